/** Every fault of every estimate, in the order of the papers and of the faults' names. */
import { isSameDocument, type DocumentRead } from "../document";
import type { LineMatch } from "../match/matching";
import { comparatives } from "./comparatives";
import * as contents from "./contents";
import * as days from "./days";
import { FAULT_IDS, type FaultAsked, type FaultId } from "../../scheme/estimate-faults";
import type { DocumentFault, FaultConditions, FindFault } from "./fault";
import * as form from "./form";
import * as money from "./money";

const FINDERS: Readonly<Record<FaultId, FindFault>> = {
  "no-issuer": form.noIssuer,
  "no-number": form.noNumber,
  "no-date": form.noDate,
  "no-validity": form.noValidity,
  "no-addressee": form.noAddressee,
  addressee: form.otherAddressee,
  "before-call": days.beforeCall,
  "after-period": days.afterPeriod,
  expired: days.expired,
  delivery: days.lateDelivery,
  payment: contents.refusedPayment,
  "tax-basis": money.taxBasis,
  arithmetic: money.sumWrong,
  lump: money.lump,
  overhead: money.overhead,
  discount: money.discount,
  "second-hand": contents.secondHand,
  excluded: contents.excludedItems,
  foreign: contents.foreign,
  comparatives,
};

type Asked = Pick<FaultAsked, "id" | "comparatives"> & { readonly clause?: string };

/** @param asked what the scheme asks about; undefined: everything, without a clause */
export function faultsIn(
  documents: readonly DocumentRead[],
  matches: readonly LineMatch[],
  conditions: Omit<FaultConditions, "matches">,
  asked: readonly FaultAsked[] | undefined,
): DocumentFault[] {
  const wanted: readonly Asked[] = asked ?? FAULT_IDS.map((id) => ({ id }));
  return documents
    .filter(({ kind, readBy }) => kind === "estimate" && readBy !== null && readBy !== "person")
    .flatMap((document) => {
      const { file, page, row } = document;
      const own = matches.filter(({ documents: papers }) => papers.some((paper) => isSameDocument(paper, document)));
      return wanted.flatMap((one): DocumentFault[] => {
        const { id, clause } = one;
        const shown = FINDERS[id](document, { ...conditions, matches: own }, one);
        if (shown.length === 0) return [];
        return [{ file, page, row, id, shown: shown.filter((text) => text !== ""), clause: clause ?? null }];
      });
    });
}
