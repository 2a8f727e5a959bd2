/** What the pane and the engine say to each other, in this order: what is new of the given, then the question; the answer in pieces. */
import type { Decisions } from "../../core/decisions/decision";
import type { Settings } from "../../core/judge/settings";
import type { Engine, Given } from "./engine";
import type { Piece } from "./pieces";

/** The parts of what is given that are large: each is sent once, and kept. */
export const KEPT = ["workbook", "documents"] as const satisfies readonly (keyof Given)[];
export type Kept = (typeof KEPT)[number];

export type Said =
  | { readonly keep: Kept; readonly piece: Piece }
  | {
      readonly id: number;
      readonly question: keyof Engine;
      /** Of what is given the small parts; null where nothing is. */
      readonly under: { readonly settings: Settings; readonly decisions: Decisions } | null;
      readonly asked: readonly unknown[];
    };

export type Reply =
  | { readonly id: number; readonly piece: Piece }
  | { readonly id: number; readonly done: true }
  | { readonly id: number; readonly failed: string }
  /** The engine is gone. */
  | { readonly broken: string };

/** Where the engine works. */
export interface Hand {
  post(said: Said): void;
  onReply(listener: (reply: Reply) => void): void;
  /** At once, whatever it is at. */
  end(): void;
}
