/** Every sentence that a person reads in the window, by place. */
import { passphrase } from "./en/passphrase";
import { people } from "./en/people";
import { program } from "./en/program";
import { find, palette } from "./en/find";
import { kit, fault, frame } from "./en/frame";
import { arrival, vault, vaultView } from "./en/vault";
import { locking } from "./en/locking";
import { library, organisation } from "./en/library";
import { start } from "./en/start";
import { desk } from "./en/desk";
import { evidence, picker, preview, shelf, some } from "./en/evidence";
import { request } from "./en/requests";
import { overview, finding } from "./en/overview";
import { packet } from "./en/packet";
import { paper, written } from "./en/paper";
import { plan } from "./en/plan";
import { look } from "./en/look";
import { issued, verify } from "./en/issued";
import { trail } from "./en/trail";
import { may } from "./en/may";
import { health } from "./en/health";
import { bundle, retention } from "./en/handover";
import { code } from "./en/code";
import { terms } from "./en/terms";

export const words = {
  kit,
  fault,
  frame,
  find,
  palette,
  vault,
  arrival,
  passphrase,
  people,
  program,
  vaultView,
  locking,
  library,
  organisation,
  start,
  desk,
  evidence,
  picker,
  preview,
  shelf,
  some,
  request,
  overview,
  finding,
  packet,
  paper,
  written,
  plan,
  look,
  issued,
  verify,
  trail,
  may,
  health,
  bundle,
  retention,
  code,
  terms,
} as const;
