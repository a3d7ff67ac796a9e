import { useState, type ReactNode, type RefObject } from "react";
import {
  Button as AriaButton,
  FieldError,
  Input,
  Label,
  SearchField as AriaSearchField,
  Text,
  TextArea,
  TextField,
  type TextFieldProps,
} from "react-aria-components";
import styles from "./Field.module.css";
import { classes } from "./classes";
import { Icon } from "./Icon";
import { useReadOnly } from "./readOnly";
import { words } from "../words/en";

type Props = Omit<TextFieldProps, "className" | "style" | "children"> & {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  lines?: number;
  /** Keeps the label for readers only, where the place says it already. */
  quietLabel?: boolean;
  mono?: boolean;
  aside?: ReactNode;
  /** Stands in the empty field; never instead of a label. */
  placeholder?: string;
};

/** A labelled line, or several, of text. */
export function Field(props: Props) {
  const { label, hint, error, lines, quietLabel, mono, aside, placeholder, ...rest } = props;
  const isReadOnly = useReadOnly();
  const shown = placeholder ? { placeholder } : {};
  const input = classes(styles.input, mono && styles.mono);
  return (
    <TextField
      isReadOnly={isReadOnly}
      {...rest}
      isInvalid={Boolean(error)}
      className={styles.field ?? ""}
    >
      <span className={classes(styles.labels, quietLabel && "visually-hidden")}>
        <Label className={styles.label ?? ""}>{label}</Label>
        {aside}
      </span>
      {lines ? (
        <TextArea className={classes(input, styles.area)} rows={lines} spellCheck {...shown} />
      ) : (
        <Input className={input} autoComplete="off" {...shown} />
      )}
      {hint && (
        <Text slot="description" className={styles.hint ?? ""}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ""}>
        <Icon name="stop" /> {error}
      </FieldError>
    </TextField>
  );
}

/** A passphrase, hidden until asked for. Pasting is allowed (WCAG 2.2, 3.3.8). */
export function SecretField({ label, hint, error, ...rest }: Props) {
  const [shown, show] = useState(false);
  return (
    <TextField
      {...rest}
      type={shown ? "text" : "password"}
      isInvalid={Boolean(error)}
      className={styles.field ?? ""}
    >
      <Label className={styles.label ?? ""}>{label}</Label>
      <span className={styles.joined}>
        <Input className={styles.input ?? ""} autoComplete="off" spellCheck="false" />
        <AriaButton
          className={styles.show ?? ""}
          aria-label={shown ? words.kit.hide(label) : words.kit.show(label)}
          onPress={() => show(!shown)}
        >
          {shown ? words.kit.hideShort : words.kit.showShort}
        </AriaButton>
      </span>
      {hint && (
        <Text slot="description" className={styles.hint ?? ""}>
          {hint}
        </Text>
      )}
      <FieldError className={styles.error ?? ""}>
        <Icon name="stop" /> {error}
      </FieldError>
    </TextField>
  );
}

type SearchProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  id?: string;
  /** What stands below it: the down arrow goes there. */
  list?: RefObject<HTMLElement | null>;
};

/** A box that filters what stands below it. Escape empties it. */
export function SearchField({ label, value, onChange, id, list }: SearchProps) {
  const onKeyDown = (event: React.KeyboardEvent) => {
    const stop = list?.current?.querySelector<HTMLElement>('[tabindex="0"]');
    if (event.key !== "ArrowDown" || !stop) return;
    event.preventDefault();
    stop.focus();
  };
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className={classes(styles.field, styles.search)}
    >
      <Icon name="search" />
      <Input className={styles.input ?? ""} placeholder={label} onKeyDown={onKeyDown} {...(id ? { id } : {})} />
      {value !== "" && (
        <AriaButton className={styles.clear ?? ""} aria-label={words.kit.clear}>
          <Icon name="cross" />
        </AriaButton>
      )}
    </AriaSearchField>
  );
}
