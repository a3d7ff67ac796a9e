import type { QueryClient } from "@tanstack/react-query";
import type { Command, Request, View } from "./client";
import type {
  AnsweredView,
  AssessmentRequest,
  AssessmentView,
  ControlView,
  DestroyRequest,
  HistoryRequest,
  LinkEvidenceRequest,
  LookRequest,
  OpenBundleRequest,
  RetentionRequest,
  SavePacketPlanRequest,
  WorkingNoteRequest,
} from "./generated/wire";

/** What is the program's and not the vault's. */
const OF_THE_PROGRAM = new Set<unknown>(["status", "settings", "crypto", "protections"]);

/** What no step can change. */
const FIXED = new Set<unknown>(["framework", "settings", "crypto", "protections"]);

/** What changes nothing that can be undone or found. */
const BESIDE = new Set<Command>([
  "save_settings",
  "check_vault",
  "save_check",
  "verify_trail",
  "export_trail",
  "export_document",
  "export_plan",
  "export_packet",
  "print_packet",
  "export_record",
  "verify_record",
  "read_plan",
  "export_bundle",
  "back_up",
  "save_copy",
  "choose_key_file",
  "make_key_file",
  "suggest_passphrase",
  "copy_secret",
  "make_recovery_code",
  "print_recovery_code",
  "begin_anew",
]);

function put<C extends Command>(
  cache: QueryClient,
  command: C,
  request: Request<C>,
  view: View<C>,
): void {
  cache.setQueryData([command, request], view);
}

function outdate(cache: QueryClient, ...commands: Command[]): void {
  for (const command of commands) void cache.invalidateQueries({ queryKey: [command] });
}

function answered(cache: QueryClient, view: AnsweredView): void {
  const { assessment, control } = view.control;
  put(cache, "control", { assessment, control }, view.control);
  cache.setQueryData<AssessmentView>(["assessment", { assessment }], (was) =>
    was
      ? {
          ...was,
          assessment: view.assessment,
          standing: view.standing,
          rows: was.rows.map((row) => (row.control === view.row.control ? view.row : row)),
        }
      : was,
  );
  outdate(cache, "overview", "requests", "shelf", "library", "organisation");
}

function noted(cache: QueryClient, request: WorkingNoteRequest): void {
  const { assessment, control, subject, text } = request;
  cache.setQueryData<ControlView>(["control", { assessment, control }], (was) =>
    was
      ? {
          ...was,
          answers: was.answers.map((row) =>
            row.subject === subject ? { ...row, workingNote: text } : row,
          ),
        }
      : was,
  );
}

/** Puts what a command changed into the cache, and marks what it may have changed besides. */
export function settle<C extends Command>(
  cache: QueryClient,
  command: C,
  request: Request<C>,
  view: View<C>,
): void {
  // The compiler cannot narrow the view by the command; each case names its own.
  const as = <K extends Command>() => view as View<K>;
  if (!BESIDE.has(command)) outdate(cache, "history", "search");
  switch (command) {
    case "ask_for_vault":
    case "create_vault":
    case "open_sample":
    case "unlock":
    case "lock":
    case "move_vault":
      cache.removeQueries({ predicate: ({ queryKey }) => !OF_THE_PROGRAM.has(queryKey[0]) });
      put(cache, "status", {}, as<"unlock">());
      break;
    case "add_member":
    case "save_member":
    case "remove_member":
    case "change_passphrase":
    case "confirm_recovery_code":
    case "remove_recovery_code":
      put(cache, "members", {}, as<"members">());
      // The vault says who works in it, and what the lock screen takes.
      outdate(cache, "status", "trail");
      break;
    case "accept_vault":
      put(cache, "status", {}, as<"accept_vault">());
      break;
    case "restore_vault":
      cache.removeQueries({ predicate: ({ queryKey }) => !OF_THE_PROGRAM.has(queryKey[0]) });
      put(cache, "status", {}, as<"restore_vault">());
      break;
    case "verify_trail":
    case "export_trail":
    case "repair_vault":
      outdate(cache, "trail");
      break;
    case "back_up":
      put(cache, "backups", {}, as<"backups">());
      // The library's screen says when the last one was.
      outdate(cache, "status", "trail");
      break;
    case "open_bundle":
      if ((request as OpenBundleRequest).take) outdate(cache, "library", "organisation", "trail");
      break;
    case "save_retention": {
      const { organisation } = request as RetentionRequest;
      put(cache, "retention", { organisation }, as<"retention">());
      break;
    }
    case "destroy_organisation": {
      const { organisation } = request as DestroyRequest;
      cache.removeQueries({ queryKey: ["organisation", { organisation }] });
      cache.removeQueries({ queryKey: ["retention", { organisation }] });
      cache.removeQueries({ queryKey: ["assessment"] });
      outdate(cache, "library", "status", "trail");
      break;
    }
    case "save_organisation":
    case "save_site":
    case "save_system":
    case "save_vendor":
    case "save_person": {
      const file = as<"organisation">();
      put(cache, "organisation", { organisation: file.organisation.id }, file);
      outdate(cache, "library", "assessment", "requests", "control");
      break;
    }
    case "start_assessment":
    case "save_assessment":
    case "finalise":
    case "answer_bulk": {
      const file = as<"assessment">();
      put(cache, "assessment", { assessment: file.assessment.id }, file);
      outdate(cache, "library", "organisation", "overview", "control", "requests", "shelf", "status");
      break;
    }
    case "answer":
    case "split_answer":
    case "join_answers":
    case "save_link":
    case "remove_link":
      answered(cache, as<"answer">());
      break;
    case "duplicate_assessment":
      outdate(cache, "library", "organisation");
      break;
    case "archive_assessment":
      put(cache, "library", {}, as<"archive_assessment">());
      outdate(cache, "assessment", "organisation");
      break;
    case "undo":
    case "redo":
      // A step may have touched anything. What is shown stays until the answer is there.
      void cache.invalidateQueries({ predicate: ({ queryKey }) => !FIXED.has(queryKey[0]) });
      put(cache, "history", request as HistoryRequest, as<"undo">().history);
      break;
    case "save_settings":
      put(cache, "settings", {}, as<"settings">());
      break;
    case "write_working_note":
      noted(cache, request as WorkingNoteRequest);
      break;
    case "save_observation":
    case "remove_observation": {
      const file = as<"control">();
      put(cache, "control", { assessment: file.assessment, control: file.control }, file);
      outdate(cache, "overview");
      break;
    }
    case "attach_files":
    case "attach_pasted":
      outdate(cache, "control", "assessment", "shelf", "overview", "requests");
      break;
    case "save_evidence":
    case "withdraw_evidence":
      outdate(cache, "shelf", "control", "assessment", "overview", "requests");
      break;
    case "link_evidence":
      put(cache, "shelf", { assessment: (request as LinkEvidenceRequest).assessment }, as<"shelf">());
      outdate(cache, "control", "assessment", "overview", "requests");
      break;
    case "save_requests":
    case "request_missing": {
      const { assessment } = request as AssessmentRequest;
      put(cache, "requests", { assessment }, as<"requests">());
      outdate(cache, "control", "assessment", "overview");
      break;
    }
    case "apply_plan": {
      const plan = as<"apply_plan">();
      const assessment = plan.requests[0]?.assessment;
      if (assessment) put(cache, "requests", { assessment }, plan);
      outdate(cache, "control", "assessment", "overview");
      break;
    }
    case "export_plan":
    case "export_packet":
    case "print_packet":
    case "export_record":
      outdate(cache, "issued", "trail");
      break;
    case "save_packet_plan": {
      const { assessment, plan } = request as SavePacketPlanRequest;
      put(cache, "packet_plan", { assessment, audience: plan.audience }, as<"save_packet_plan">());
      break;
    }
    case "save_template":
    case "remove_template":
      outdate(cache, "packet_plan");
      break;
    case "save_look":
    case "choose_logo":
    case "remove_logo": {
      const { organisation } = request as LookRequest;
      put(cache, "look", { organisation }, as<"look">());
      break;
    }
    case "save_response": {
      const view = as<"overview">();
      put(cache, "overview", { assessment: view.assessment.id }, view);
      outdate(cache, "control");
      break;
    }
    default:
      break;
  }
}
