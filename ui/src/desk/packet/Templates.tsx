import { useState } from "react";
import type { PacketPlan, PacketTemplate } from "../../bridge/generated/wire";
import { useAnnounce } from "../../kit/Announcer";
import { useActions } from "../../kit/actions";
import { Button, IconButton } from "../../kit/Button";
import { Fold } from "../../kit/Fold";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { RemoveTemplate, SaveTemplate } from "./TemplateDialogs";
import styles from "./packet.module.css";

const w = words.packet;

type Props = {
  plan: PacketPlan;
  templates: readonly PacketTemplate[];
  onUse: (template: PacketTemplate) => void;
};

/** Plans with a name: used, saved and removed. */
export function Templates({ plan, templates, onUse }: Props) {
  const announce = useAnnounce();
  const isReadOnly = useReadOnly();
  const [isOpen, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const [removing, setRemoving] = useState<PacketTemplate | null>(null);
  const save = () => setSaving(true);
  const group = w.group;
  useActions([
    { id: "packet.template", name: w.templateSave, group, changes: true, run: save },
    ...templates.map((template) => ({
      id: `packet.template ${template.id}`,
      name: w.templateUseOf(template.name),
      group,
      changes: true,
      run: () => onUse(template),
    })),
  ]);
  if (isReadOnly && templates.length === 0) return null;
  return (
    <Fold level={2} title={w.templates} count={templates.length} open={isOpen} onOpen={setOpen}>
      <div className={styles.stack}>
        {templates.length === 0 ? (
          <p className={styles.hint}>{w.templatesNone}</p>
        ) : (
          <ul className={styles.templates} aria-label={w.templates}>
            {templates.map((template) => (
              <li key={template.id} className={styles.template}>
                <bdi className={styles.grows}>{template.name}</bdi>
                <Button
                  changes
                  small
                  weight="quiet"
                  aria-label={w.templateUseOf(template.name)}
                  onPress={() => onUse(template)}
                >
                  {w.templateUse}
                </Button>
                {!isReadOnly && (
                  <IconButton
                    icon="cross"
                    label={w.templateRemoveOf(template.name)}
                    onPress={() => setRemoving(template)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
        <p>
          <Button changes small onPress={save}>
            {w.templateSave}
          </Button>
        </p>
      </div>
      {saving && (
        <SaveTemplate
          plan={plan}
          templates={templates}
          onClose={() => setSaving(false)}
          onSaved={(name) => announce(w.templateSaved(name))}
        />
      )}
      {removing && <RemoveTemplate template={removing} onClose={() => setRemoving(null)} />}
    </Fold>
  );
}
