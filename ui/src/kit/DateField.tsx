import { parseDate } from "@internationalized/date";
import {
  DateField as AriaDateField,
  DateInput,
  DateSegment,
  FieldError,
  Label,
  Text,
} from "react-aria-components";
import field from "./Field.module.css";
import styles from "./DateField.module.css";
import { Icon } from "./Icon";
import { useReadOnly } from "./readOnly";

type Props = {
  label: string;
  /** A day as `year-month-day`, or nothing. */
  value: string | null;
  onChange: (value: string | null) => void;
  hint?: string;
  error?: string | undefined;
  isDisabled?: boolean;
};

/** A day, typed part by part. */
export function DateField({ label, value, onChange, hint, error, isDisabled }: Props) {
  const isReadOnly = useReadOnly();
  return (
    <AriaDateField
      className={field.field ?? ""}
      value={value ? parseDate(value) : null}
      onChange={(date) => onChange(date ? date.toString() : null)}
      granularity="day"
      isInvalid={Boolean(error)}
      isDisabled={isDisabled ?? false}
      isReadOnly={isReadOnly}
    >
      <Label className={field.label ?? ""}>{label}</Label>
      <DateInput className={styles.input ?? ""}>
        {(segment) => <DateSegment segment={segment} className={styles.segment ?? ""} />}
      </DateInput>
      {hint && (
        <Text slot="description" className={field.hint ?? ""}>
          {hint}
        </Text>
      )}
      <FieldError className={field.error ?? ""}>
        <Icon name="stop" /> {error}
      </FieldError>
    </AriaDateField>
  );
}
