import type { System } from "../../bridge/generated/wire";
import { Select } from "../../kit/Choice";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";
import styles from "./organisation.module.css";

const w = words.organisation;
const FIELDS = ["users", "modelKind", "modelVersion", "hosting"] as const;
const DATA = ["trainingData", "inferenceData"] as const;

type Props = {
  system: System;
  vendors: readonly { id: string; name: string }[];
  onChange: (part: Partial<System>, when?: "now" | "soon") => void;
};

/** What a machine-learning system does, on what data, and who is behind it. */
export function SystemFields({ system, vendors, onChange }: Props) {
  const line = (name: (typeof FIELDS)[number] | (typeof DATA)[number] | "purpose", lines?: number) => (
    <Field
      key={name}
      label={w[name]}
      value={system[name]}
      onChange={(text) => onChange({ [name]: text })}
      {...(lines ? { lines } : {})}
    />
  );
  return (
    <>
      {line("purpose", 2)}
      <div className={styles.fields}>
        {FIELDS.map((name) => line(name))}
        <Select
          label={w.vendor}
          value={system.vendor ?? ""}
          options={[
            { id: "", label: w.noVendor },
            ...vendors.map(({ id, name }) => ({ id, label: name })),
          ]}
          onChange={(vendor) => onChange({ vendor: vendor || null }, "now")}
        />
      </div>
      <div className={styles.fields}>{DATA.map((name) => line(name, 2))}</div>
    </>
  );
}
