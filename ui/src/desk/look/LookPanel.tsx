import { useMemo } from "react";
import type { LookView, OrganisationId } from "../../bridge/generated/wire";
import { useAsk, useTell } from "../../bridge/queries";
import { useDraft } from "../../bridge/savers";
import { words } from "../../words/en";
import { Asked } from "../Asked";
import { SaveMark } from "../SaveMark";
import { ColourField } from "./ColourField";
import { LogoField } from "./LogoField";
import styles from "./look.module.css";

const w = words.look;

type Props = {
  /** Whose: an organisation's, or that of whoever works with this vault. */
  organisation: OrganisationId | null;
};

/** How documents look: the logo on their cover, and the colour of headings and rules. */
export function LookPanel({ organisation }: Props) {
  const asked = useAsk("look", { organisation });
  return (
    <section className={styles.panel} aria-label={w.title}>
      <h2>{w.title}</h2>
      <Asked of={asked} lines={5}>
        {(view) => <Fields key={view.look.id} view={view} organisation={organisation} />}
      </Asked>
    </section>
  );
}

function Fields({ view, organisation }: { view: LookView } & Props) {
  const tell = useTell();
  const { alternative, colour, logo } = view.look;
  const held = useMemo(() => ({ alternative, colour }), [alternative, colour]);
  const draft = useDraft(`look ${organisation ?? ""}`, held, async (value) => {
    await tell("save_look", { organisation, ...value });
    return new Date().toISOString();
  });
  const { value, write } = draft;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.words}>{organisation === null ? w.ofConsultant : w.ofOrganisation}</p>
        <SaveMark state={draft.state} held={null} onRetry={draft.retry} />
      </div>
      <div className={styles.sides}>
        <LogoField
          organisation={organisation}
          look={view.look.id}
          logo={logo}
          alternative={value.alternative}
          onAlternative={(next) => write({ ...value, alternative: next }, "soon")}
        />
        <ColourField
          value={value.colour}
          onChange={(next, when) => write({ ...value, colour: next }, when)}
          said={value.colour === colour ? view : null}
        />
      </div>
    </>
  );
}
