import { useState } from "react";
import type { Organisation } from "../bridge/generated/wire";
import { useAsk } from "../bridge/queries";
import { Asked } from "../desk/Asked";
import { NewOrganisation } from "../desk/organisation/NewOrganisation";
import { Button } from "../kit/Button";
import { Select } from "../kit/Choice";
import { Empty } from "../kit/State";
import { words } from "../words/en";
import { StartSteps } from "./StartSteps";
import styles from "./StartView.module.css";

const w = words.start;

/** Starts an assessment: of whom, then in four steps all that it needs. */
export function StartView({ organisation }: { organisation: string | null }) {
  const library = useAsk("library", {});
  const [chosen, choose] = useState(organisation ?? "");
  const [making, setMaking] = useState(false);
  const only = library.data?.organisations.length === 1 ? library.data.organisations[0]?.id : null;
  const id = chosen || (only ?? "");
  const framework = useAsk("framework", { digest: null }, { fresh: Infinity });
  const file = useAsk("organisation", { organisation: id }, { enabled: id !== "" });
  const person = useAsk("status", {}, { fresh: Infinity });
  return (
    <div className={styles.view}>
      <header>
        <h1>{w.title}</h1>
        <p className={styles.intro}>{w.intro}</p>
      </header>
      <Asked of={library} lines={3}>
        {(view) =>
          view.organisations.length === 0 ? (
            <Empty icon="building" title={w.noOrganisation}>
              <p>{w.noOrganisationWords}</p>
              <Button weight="primary" icon="plus" onPress={() => setMaking(true)}>
                {words.library.newOrganisation}
              </Button>
            </Empty>
          ) : (
            <Who
              organisations={view.organisations}
              chosen={id}
              onChoose={choose}
              onNew={() => setMaking(true)}
            />
          )
        }
      </Asked>
      {id !== "" && (
        <Asked of={framework}>
          {(edition) => (
            <Asked of={file}>
              {(view) => (
                <Asked of={person}>
                  {({ vault }) => (
                    <StartSteps
                      key={id}
                      edition={edition}
                      file={view}
                      person={vault?.person ?? ""}
                    />
                  )}
                </Asked>
              )}
            </Asked>
          )}
        </Asked>
      )}
      <NewOrganisation
        isOpen={making}
        onClose={() => setMaking(false)}
        known={library.data?.organisations ?? []}
        onMade={(made) => {
          setMaking(false);
          choose(made);
        }}
      />
    </div>
  );
}

type WhoProps = {
  organisations: readonly Organisation[];
  chosen: string;
  onChoose: (id: string) => void;
  onNew: () => void;
};

function Who({ organisations, chosen, onChoose, onNew }: WhoProps) {
  return (
    <div className={styles.who}>
      <Select
        label={w.organisation}
        value={chosen}
        options={[
          ...(chosen === "" ? [{ id: "", label: w.chooseOrganisation }] : []),
          ...organisations.map(({ id, name }) => ({ id, label: name })),
        ]}
        onChange={onChoose}
      />
      <Button weight="quiet" icon="plus" onPress={onNew}>
        {words.library.newOrganisation}
      </Button>
    </div>
  );
}
