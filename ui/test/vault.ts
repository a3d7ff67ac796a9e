import type {
  CryptoView,
  Member,
  MembersView,
  MemberView,
  VaultView,
} from "../src/bridge/generated/wire";
import { openVault, SAVED } from "./clinic";

const { vault } = openVault;
if (!vault) throw new Error("the clinic's vault is not open");

/** The clinic's vault while it is open. */
export const open: VaultView = vault;

/** A vault that waits for what opens it. */
export function locked(part: Partial<VaultView> = {}): VaultView {
  return { ...open, person: "", entries: 0, head: "", may: null, ...part };
}

/** What does the cryptography. */
export function crypto(part: Partial<CryptoView> = {}): CryptoView {
  return {
    mode: "standard",
    claim: "Standard mode makes no claim about FIPS 140-3.",
    facts: [],
    algorithms: [
      { name: "AES-256-GCM", purpose: "Sealing evidence", provider: "OpenSSL default provider" },
    ],
    refused: [],
    providers: ["default"],
    approvedAvailable: false,
    moduleFolder: "/usr/lib/auscult",
    ...part,
  };
}

/** Somebody with a way in. */
export function member(name: string, part: Partial<Member> = {}, view: Partial<MemberView> = {}): MemberView {
  return {
    member: {
      id: `m-${name}`,
      name,
      role: "assessor",
      slot: `s-${name}`,
      recoverySlot: null,
      since: SAVED,
      removed: null,
      ...part,
    },
    isPresent: false,
    needsKeyFile: false,
    fingerprint: "9f31 c2d4 0a1b 7e55 9f31 c2d4 0a1b 7e55 9f31 c2d4 0a1b 7e55 9f31 c2d4 0a1b 7e55",
    stays: null,
    ...view,
  };
}

/** Who has a way in: an owner who is there, and somebody else. */
export function members(part: Partial<MembersView> = {}): MembersView {
  return {
    members: [
      member("R. Ames", { role: "owner" }, { isPresent: true, stays: "A vault keeps one owner at least." }),
      member("M. Reyes"),
    ],
    removed: [],
    byRecoveryCode: false,
    done: null,
    ...part,
  };
}
