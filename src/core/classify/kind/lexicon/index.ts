/** What the field knows: words and what they speak for. Weights are log-odds by judgement; `learned` corrects them. */
export { goods } from "./goods";
export { neutral } from "./neutral";
export { parties } from "./parties";
export { people } from "./people";
export { services } from "./services";
export type { Cues } from "./cue";
