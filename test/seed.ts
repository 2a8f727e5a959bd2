import * as fc from "fast-check";

/**
 * Property tests draw the same cases in every run, so that a red run is always the change's own doing.
 * SEED=random draws new ones, SEED=123 repeats one such run.
 */
const asked = process.env.SEED;
fc.configureGlobal({ seed: asked === "random" ? Date.now() | 0 : Number(asked ?? 20260401) });
