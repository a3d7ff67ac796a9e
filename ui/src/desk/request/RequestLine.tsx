import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";
import type { EvidenceRequest, Person } from "../../bridge/generated/wire";
import { Button } from "../../kit/Button";
import { useReadOnly } from "../../kit/readOnly";
import { Status } from "../../kit/Status";
import { words } from "../../words/en";
import { date, today } from "../../words/format";
import { ACTS, following, type Act } from "./acts";
import { askedOf, isOpen, RequestMark } from "./requestMark";
import styles from "./request.module.css";
import parts from "../parts.module.css";

const w = words.request;

type Props = {
  request: EvidenceRequest;
  people: readonly Person[];
  onOpen: () => void;
  onAct: (act: Act) => void;
};

/** One request at its control: what it is, how it stands, and what is done about it. */
export function RequestLine({ request, people, onOpen, onAct }: Props) {
  const isReadOnly = useReadOnly();
  const next = following[request.state];
  const late = request.due !== null && request.due < today() && isOpen(request);
  const asked = askedOf(request, people);
  const more = ACTS.filter(({ act }) => act !== next && act !== request.state);
  return (
    <li className={styles.line}>
      <AriaButton className={styles.lineName ?? ""} onPress={onOpen}>
        <span>{request.artefact}</span>
        <span className={styles.quiet}>
          {[asked, request.due && !late && date(request.due)].filter(Boolean).join(" · ")}
        </span>
      </AriaButton>
      {late && (
        <Status shade="bad" icon="clock">
          {`${date(request.due)} · ${w.overdue}`}
        </Status>
      )}
      <RequestMark state={request.state} />
      {!isReadOnly && (
        <span className={styles.lineActs}>
          {next && (
            <Button small onPress={() => onAct(next)}>
              {w.act[next]}
            </Button>
          )}
          <MenuTrigger>
            <Button small weight="quiet" aria-label={w.moreFor(request.artefact)}>
              {w.more}
            </Button>
            <Popover className={parts.menu ?? ""}>
              <Menu aria-label={w.moreFor(request.artefact)} onAction={(key) => onAct(key as Act)}>
                {more.map(({ act }) => (
                  <MenuItem key={act} id={act} className={parts.item ?? ""}>
                    {w.act[act]}
                  </MenuItem>
                ))}
              </Menu>
            </Popover>
          </MenuTrigger>
        </span>
      )}
    </li>
  );
}
