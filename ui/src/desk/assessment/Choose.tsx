import { memo, useCallback, useLayoutEffect, useRef, useState } from "react";
import { asFault, type Fault } from "../../bridge/fault";
import { Button } from "../../kit/Button";
import { Checkbox } from "../../kit/Choice";
import { rendered, WINDOW_FROM } from "../../kit/DataGrid/window";
import { Field, SearchField } from "../../kit/Field";
import { useReadOnly } from "../../kit/readOnly";
import { words } from "../../words/en";
import { FaultNote } from "../FaultNote";
import { sameName } from "../organisation/sameName";
import type { Scoped } from "./terms";
import styles from "./choose.module.css";

const w = words.start;
/** From how many on a filter is worth its place. */
const FILTER_FROM = 9;
/** How high a line is, in pixels. The style sheet says the same. */
const LINE = 28;
/** How much of a long list is in view, in pixels. */
const VIEW = 224;

type Props = {
  title: string;
  all: readonly Scoped[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
  /** Makes a new one of a name and returns all there are then. */
  add: (name: string) => Promise<readonly Scoped[]>;
};

/** Chooses some of many by name, and adds what is not there yet. */
export function Choose({ title, all, chosen, onChange, add }: Props) {
  const [filter, setFilter] = useState("");
  const isReadOnly = useReadOnly();
  const latest = useRef({ chosen, onChange });
  useLayoutEffect(() => {
    latest.current = { chosen, onChange };
  });
  const toggle = useCallback((id: string, on: boolean) => {
    const { chosen: was, onChange: tell } = latest.current;
    tell(on ? [...was, id] : was.filter((one) => one !== id));
  }, []);
  const wanted = filter.trim().toLowerCase();
  const shown = all.filter(({ name }) => name.toLowerCase().includes(wanted));
  const ids = new Set(all.map(({ id }) => id));
  const marked = new Set(chosen);
  return (
    <fieldset className={styles.choose}>
      <legend>{title}</legend>
      {all.length === 0 && <p className={styles.quiet}>{w.noneToChoose}</p>}
      {all.length >= FILTER_FROM && (
        <SearchField label={w.filterOf(title)} value={filter} onChange={setFilter} />
      )}
      {all.length > 1 && (
        <p className={styles.all}>
          <span>{w.chosen(chosen.filter((id) => ids.has(id)).length, all.length)}</span>
          <Button
            changes
            weight="quiet"
            small
            aria-label={w.allOf(title)}
            onPress={() => onChange([...new Set([...chosen, ...shown.map(({ id }) => id)])])}
          >
            {w.all}
          </Button>
          <Button
            changes
            weight="quiet"
            small
            aria-label={w.noneOf(title)}
            onPress={() => {
              const gone = new Set(shown.map(({ id }) => id));
              onChange(chosen.filter((id) => !gone.has(id)));
            }}
          >
            {w.none}
          </Button>
        </p>
      )}
      {all.length > 0 && shown.length === 0 && <p className={styles.quiet}>{w.noMatch}</p>}
      <Lines shown={shown} marked={marked} onToggle={toggle} />
      {!isReadOnly && (
        <Another title={title} all={all} chosen={chosen} onChange={onChange} add={add} />
      )}
    </fieldset>
  );
}

type LinesProps = {
  shown: readonly Scoped[];
  marked: ReadonlySet<string>;
  onToggle: (id: string, on: boolean) => void;
};

function Lines({ shown, marked, onToggle }: LinesProps) {
  const [top, setTop] = useState(0);
  const windowed = shown.length >= WINDOW_FROM;
  return (
    <div
      className={styles.lines}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div style={windowed ? { position: "relative", height: shown.length * LINE } : {}}>
        {rendered(shown.length, LINE, top, VIEW, -1).map((place) => {
          const one = shown[place];
          return (
            one && (
              <div
                key={one.id}
                className={styles.line}
                style={windowed ? { position: "absolute", top: place * LINE } : {}}
              >
                <Line one={one} isChosen={marked.has(one.id)} onToggle={onToggle} />
              </div>
            )
          );
        })}
      </div>
    </div>
  );
}

type LineProps = { one: Scoped; isChosen: boolean; onToggle: LinesProps["onToggle"] };

const Line = memo(function Line({ one, isChosen, onToggle }: LineProps) {
  return (
    <Checkbox isSelected={isChosen} onChange={(on) => onToggle(one.id, on)}>
      {one.name}
    </Checkbox>
  );
});

function Another({ title, all, chosen, onChange, add }: Props) {
  const [name, setName] = useState("");
  const [said, setSaid] = useState("");
  const [fault, setFault] = useState<Fault | null>(null);
  const make = async () => {
    const wanted = name.trim();
    if (!wanted) return;
    setFault(null);
    setSaid("");
    const there = all.find((one) => sameName(one.name, wanted));
    if (there) {
      onChange([...new Set([...chosen, there.id])]);
      setSaid(w.alreadyThere(there.name));
      setName("");
      return;
    }
    const known = new Set(all.map((one) => one.id));
    try {
      const made = (await add(wanted)).filter((one) => !known.has(one.id));
      setName("");
      onChange([...chosen, ...made.map((one) => one.id)]);
    } catch (reason) {
      setFault(asFault(reason));
    }
  };
  return (
    <>
      <div className={styles.quick}>
        <Field
          label={w.addNamed(title)}
          quietLabel
          placeholder={w.addAnother}
          value={name}
          onChange={setName}
          onKeyDown={(event) => {
            if (event.key === "Enter") {
              event.preventDefault();
              void make();
            }
          }}
        />
        <Button icon="plus" onPress={() => void make()} isDisabled={!name.trim()}>
          {w.add}
        </Button>
      </div>
      <p className={styles.quiet} role="status">
        {said}
      </p>
      {fault && <FaultNote fault={fault} />}
    </>
  );
}
