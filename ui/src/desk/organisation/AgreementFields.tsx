import type { Agreement, AgreementState } from "../../bridge/generated/wire";
import { Select } from "../../kit/Choice";
import { DateField } from "../../kit/DateField";
import { Field } from "../../kit/Field";
import { options } from "../../words/options";
import { words } from "../../words/en";

const w = words.organisation;
type Props = { agreement: Agreement; onChange: (agreement: Agreement) => void };

/** Returns whether an agreement ends before it begins. */
export function datesMixed({ signed, until }: Agreement): boolean {
  return signed !== null && until !== null && until < signed;
}

/** The fields of a business associate agreement. */
export function AgreementFields({ agreement, onChange }: Props) {
  const change = (part: Partial<Agreement>) => onChange({ ...agreement, ...part });
  return (
    <>
      <Select<AgreementState>
        label={w.agreement}
        value={agreement.state}
        options={options(words.code.agreement)}
        onChange={(state) => change({ state })}
      />
      <DateField
        label={w.signed}
        value={agreement.signed}
        onChange={(signed) => change({ signed })}
      />
      <DateField
        label={w.until}
        value={agreement.until}
        onChange={(until) => change({ until })}
        error={datesMixed(agreement) ? w.datesMixed : undefined}
      />
      <Field
        label={w.agreementRemarks}
        value={agreement.remarks}
        onChange={(remarks) => change({ remarks })}
      />
    </>
  );
}
