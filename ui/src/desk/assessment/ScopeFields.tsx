import { useState } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import type { OrganisationView } from "../../bridge/generated/wire";
import { useTell } from "../../bridge/queries";
import { Button } from "../../kit/Button";
import { Checkbox } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { blank } from "../organisation/blank";
import type { Scoped, Terms } from "./terms";
import styles from "./assessment.module.css";

const w = words.start;
type Belongings = Pick<OrganisationView, "organisation" | "sites" | "systems" | "vendors">;
type Props = {
  terms: Terms;
  file: Belongings;
  tried: boolean;
  onChange: (part: Partial<Terms>) => void;
};

/** Title, period and what is in scope. */
export function ScopeFields({ terms, file, tried, onChange }: Props) {
  const tell = useTell();
  const { scope, period } = terms;
  const id = file.organisation.id;
  const put = (part: Partial<Terms["scope"]>) => onChange({ scope: { ...scope, ...part } });
  return (
    <>
      <div className={styles.fields}>
        <Field
          label={w.name}
          hint={w.nameHint}
          value={terms.title}
          onChange={(title) => onChange({ title })}
          error={tried && !terms.title.trim() ? w.nameMissing : undefined}
        />
        <div className={styles.dates}>
          <DateField
            label={w.from}
            value={period.from || null}
            onChange={(from) => onChange({ period: { ...period, from: from ?? "" } })}
            error={period.from ? undefined : w.periodMissing}
          />
          <DateField
            label={w.to}
            value={period.to || null}
            onChange={(to) => onChange({ period: { ...period, to: to ?? "" } })}
            error={period.to < period.from ? w.periodMixed : undefined}
          />
          <DateField
            label={w.asOf}
            hint={w.asOfHint}
            value={terms.asOf || null}
            onChange={(asOf) => onChange({ asOf: asOf ?? "" })}
            error={terms.asOf ? undefined : w.periodMissing}
          />
        </div>
      </div>
      <div className={styles.lists}>
        <Choose
          title={w.systems}
          all={file.systems}
          chosen={scope.systems}
          onChange={(systems) => put({ systems })}
          add={async (name) => (await tell("save_system", { ...blank.system(id), name })).systems}
        />
        <Choose
          title={w.sites}
          all={file.sites}
          chosen={scope.sites}
          onChange={(sites) => put({ sites })}
          add={async (name) => (await tell("save_site", { ...blank.site(id), name })).sites}
        />
        <Choose
          title={w.vendors}
          all={file.vendors}
          chosen={scope.vendors}
          onChange={(vendors) => put({ vendors })}
          add={async (name) => (await tell("save_vendor", { ...blank.vendor(id), name })).vendors}
        />
      </div>
      <div className={styles.fields}>
        <Field
          label={w.statement}
          hint={w.statementHint}
          lines={3}
          value={scope.statement}
          onChange={(statement) => put({ statement })}
        />
        <Field
          label={w.leftOut}
          lines={3}
          value={scope.leftOut}
          onChange={(leftOut) => put({ leftOut })}
        />
      </div>
    </>
  );
}

type ChooseProps = {
  title: string;
  all: readonly Scoped[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  add: (name: string) => Promise<readonly Scoped[]>;
};

function Choose({ title, all, chosen, onChange, add }: ChooseProps) {
  const [name, setName] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const make = async () => {
    if (!name.trim()) return;
    const known = new Set(all.map((one) => one.id));
    try {
      const made = (await add(name)).filter((one) => !known.has(one.id));
      setName("");
      onChange([...chosen, ...made.map((one) => one.id)]);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <fieldset className={styles.choose}>
      <legend>{title}</legend>
      {all.length === 0 && <p className={styles.reason}>{w.noneToChoose}</p>}
      {all.map(({ id, name: label }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((c) => c !== id))}
        >
          {label}
        </Checkbox>
      ))}
      <div className={styles.quick}>
        <Field
          label={w.addNamed(title)}
          quietLabel
          placeholder={w.addAnother}
          value={name}
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              void make();
            }
          }}
        />
        <Button icon="plus" onPress={() => void make()} isDisabled={!name.trim()}>
          {w.add}
        </Button>
      </div>
      {fault && <FaultNote fault={fault} />}
    </fieldset>
  );
}
