import type { ReactNode } from "react";
import {
  Button as AriaButton,
  CheckboxButton,
  CheckboxField,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  RadioButton,
  RadioField,
  RadioGroup,
  Select as AriaSelect,
  SelectValue,
  Text,
} from "react-aria-components";
import styles from "./Choice.module.css";
import { Icon } from "./Icon";
import { useReadOnly } from "./readOnly";
import { classes } from "./classes";

/** One choice of several. */
type Option<T extends string> = { id: T; label: string; hint?: string };

type SelectProps<T extends string> = {
  label: string;
  value: T;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  quietLabel?: boolean;
  isDisabled?: boolean;
  hint?: string;
  /** It only chooses what is shown, and works where one can only read. */
  looks?: boolean;
};

/** One of several words, folded away. */
export function Select<T extends string>(props: SelectProps<T>) {
  const { label, value, options, onChange, quietLabel, hint } = props;
  const isReadOnly = useReadOnly();
  return (
    <AriaSelect
      className={styles.select ?? ""}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key) as T);
      }}
      isDisabled={(isReadOnly && !props.looks) || (props.isDisabled ?? false)}
    >
      <Label className={classes(styles.label, quietLabel && "visually-hidden")}>{label}</Label>
      <AriaButton className={styles.trigger ?? ""}>
        <SelectValue className={styles.value ?? ""} />
        <Icon name="down" />
      </AriaButton>
      {hint && (
        <Text slot="description" className={styles.hint ?? ""}>
          {hint}
        </Text>
      )}
      <Popover className={styles.popover ?? ""} offset={4}>
        <ListBox className={styles.list ?? ""} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={styles.item ?? ""}>
              <span className={styles.mark}>
                <Icon name="check" />
              </span>
              <span>
                <Text slot="label">{option.label}</Text>
                {option.hint && (
                  <Text slot="description" className={styles.hint ?? ""}>
                    {option.hint}
                  </Text>
                )}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

type CheckboxProps = {
  isSelected: boolean;
  onChange: (selected: boolean) => void;
  children: ReactNode;
  isDisabled?: boolean;
  /** It only chooses what is shown, and works where one can only read. */
  looks?: boolean;
};

/** A statement that holds or does not. */
export function Checkbox({ children, looks, ...rest }: CheckboxProps) {
  const isReadOnly = useReadOnly();
  return (
    <CheckboxField
      {...rest}
      isDisabled={(isReadOnly && !looks) || (rest.isDisabled ?? false)}
      className={styles.choice ?? ""}
    >
      <CheckboxButton className={styles.checkbox ?? ""}>
        <span className={styles.box}>
          <Icon name="check" />
        </span>
        <span>{children}</span>
      </CheckboxButton>
    </CheckboxField>
  );
}

type RadiosProps<T extends string> = {
  label: string;
  value: T | null;
  options: readonly Option<T>[];
  onChange: (value: T) => void;
  flow?: "rows" | "line";
  quietLabel?: boolean;
  hint?: string;
  /** Lets the label read as a question of its own, not as the name of a field. */
  question?: boolean;
  /** It only chooses what is shown, and works where one can only read. */
  looks?: boolean;
};

/** One of a few choices, all in view. */
export function Radios<T extends string>(props: RadiosProps<T>) {
  const { label, value, options, onChange, flow = "rows", quietLabel, hint, question } = props;
  const isReadOnly = useReadOnly();
  return (
    <RadioGroup
      className={styles.radios ?? ""}
      value={value}
      isDisabled={isReadOnly && !props.looks}
      onChange={(next) => onChange(next as T)}
      orientation={flow === "line" ? "horizontal" : "vertical"}
    >
      <Label
        className={classes(
          styles.label,
          question && styles.question,
          quietLabel && "visually-hidden",
        )}
      >
        {label}
      </Label>
      {hint && (
        <Text slot="description" className={styles.hint ?? ""}>
          {hint}
        </Text>
      )}
      <div className={flow === "line" ? styles.line : styles.rows}>
        {options.map((option) => (
          <RadioField key={option.id} value={option.id} className={styles.choice ?? ""}>
            <RadioButton className={styles.radio ?? ""}>
              <span className={styles.dot} />
              <span>{option.label}</span>
            </RadioButton>
            {option.hint && (
              <Text slot="description" className={styles.under ?? ""}>
                {option.hint}
              </Text>
            )}
          </RadioField>
        ))}
      </div>
    </RadioGroup>
  );
}
