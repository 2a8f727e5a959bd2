import type { DecisionState } from "../../core/decisions/decision";
import { usePane } from "../context";

/** Whether a waiver still holds, and where; nothing is said of one that simply does. */
export function StateOf({ waiver }: { readonly waiver: DecisionState | undefined }) {
  const { words } = usePane();
  if (waiver === undefined || waiver.state === "holds") return null;
  return (
    <span className={waiver.state === "changed" ? "bad block" : "label block"}>{words.waiverStates[waiver.state]}</span>
  );
}
