import type { System } from "../../bridge/generated/wire";
import { Select } from "../../kit/Choice";
import { Field } from "../../kit/Field";
import { words } from "../../words/en";

const w = words.organisation;

type Props = {
  system: System;
  vendors: { id: string; label: string }[];
  onChange: (part: Partial<System>) => void;
  error: string | undefined;
};

/** The fields of a machine-learning system. */
export function SystemFields({ system, vendors, onChange, error }: Props) {
  return (
    <>
      <Field
        label={w.name}
        value={system.name}
        onChange={(name) => onChange({ name })}
        error={error}
      />
      <Field
        label={w.purpose}
        value={system.purpose}
        onChange={(purpose) => onChange({ purpose })}
      />
      <Field label={w.users} value={system.users} onChange={(users) => onChange({ users })} />
      <Field
        label={w.modelKind}
        value={system.modelKind}
        onChange={(modelKind) => onChange({ modelKind })}
      />
      <Field
        label={w.modelVersion}
        value={system.modelVersion}
        onChange={(modelVersion) => onChange({ modelVersion })}
      />
      <Field
        label={w.hosting}
        value={system.hosting}
        onChange={(hosting) => onChange({ hosting })}
      />
      <Field
        label={w.trainingData}
        value={system.trainingData}
        onChange={(trainingData) => onChange({ trainingData })}
      />
      <Field
        label={w.inferenceData}
        value={system.inferenceData}
        onChange={(inferenceData) => onChange({ inferenceData })}
      />
      <Select
        label={w.vendor}
        value={system.vendor ?? ""}
        options={vendors}
        onChange={(vendor) => onChange({ vendor: vendor || null })}
      />
    </>
  );
}
