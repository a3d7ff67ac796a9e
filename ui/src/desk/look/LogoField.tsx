import { useState } from "react";
import type { Logo, OrganisationId } from "../../bridge/generated/wire";
import { asFault, type Fault } from "../../bridge/fault";
import { logoAddress } from "../../bridge/preview";
import { useTell } from "../../bridge/queries";
import { useSavers } from "../../bridge/savers";
import { useAnnounce } from "../../kit/Announcer";
import { Button } from "../../kit/Button";
import { Dialog } from "../../kit/Dialog";
import { Field } from "../../kit/Field";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { versionOf } from "./version";
import styles from "./look.module.css";

const w = words.look;

type Props = {
  organisation: OrganisationId | null;
  /** The look's id. */
  look: string;
  logo: Logo | null;
  alternative: string;
  onAlternative: (alternative: string) => void;
};

/** The logo: chosen from a picture, looked at, described, removed. */
export function LogoField({ organisation, look, logo, alternative, onAlternative }: Props) {
  const tell = useTell();
  const savers = useSavers();
  const announce = useAnnounce();
  const isReadOnly = useReadOnly();
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [removing, setRemoving] = useState(false);

  const attempt = async (command: "choose_logo" | "remove_logo") => {
    setBusy(true);
    setFault(null);
    try {
      // What was written beside it is not to be lost by it.
      await savers.flush();
      const { look: now } = await tell(command, { organisation });
      if (now.logo?.png !== logo?.png) announce(now.logo ? w.chosen : w.removed);
    } catch (reason) {
      setFault(asFault(reason));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.field}>
      <h3>{w.logo}</h3>
      {logo ? (
        <Picture key={logo.png} look={look} logo={logo} alternative={alternative} />
      ) : (
        <p className={styles.none}>{w.logoNone}</p>
      )}
      {!isReadOnly && (
        <>
          <div className={styles.acts}>
            <Button icon="file" isBusy={busy} onPress={() => void attempt("choose_logo")}>
              {busy ? w.choosing : logo ? w.another : w.choose}
            </Button>
            {logo && (
              <Button weight="quiet" onPress={() => setRemoving(true)}>
                {w.remove}
              </Button>
            )}
          </div>
          <p className={styles.quiet}>{w.logoHint}</p>
        </>
      )}
      {removing && (
        <RemoveLogo
          onClose={() => setRemoving(false)}
          onRemove={() => {
            setRemoving(false);
            void attempt("remove_logo");
          }}
        />
      )}
      {fault && <FaultNote fault={fault} />}
      {logo && (
        <Field
          label={w.alternative}
          hint={w.alternativeHint}
          value={alternative}
          onChange={onAlternative}
          error={alternative.trim() ? undefined : w.alternativeMissing}
        />
      )}
    </div>
  );
}

/** Asks first: there is no step that brings the picture back. */
function RemoveLogo({ onClose, onRemove }: { onClose: () => void; onRemove: () => void }) {
  return (
    <Dialog
      title={w.removeTitle}
      role="alertdialog"
      isOpen
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose}>{words.kit.cancel}</Button>
          <Button weight="danger" onPress={onRemove}>
            {w.removeDo}
          </Button>
        </>
      }
    >
      <p>{w.removeWords}</p>
    </Dialog>
  );
}

type PictureProps = { look: string; logo: Logo; alternative: string };

/** The logo as it stands on paper, which is white by day and by night. */
function Picture({ look, logo, alternative }: PictureProps) {
  const [failed, setFailed] = useState(false);
  if (failed) {
    return (
      <p className={styles.none} role="alert">
        {w.undrawn}
      </p>
    );
  }
  return (
    <div className={styles.paper}>
      <img
        src={logoAddress(look, versionOf(logo.png))}
        alt={w.shown(alternative)}
        draggable={false}
        width={logo.width}
        height={logo.height}
        onError={() => setFailed(true)}
      />
    </div>
  );
}
