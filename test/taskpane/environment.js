/* global TextDecoder, TextEncoder, structuredClone */
/** jsdom with the few browser features that the pane uses and jsdom lacks. */
const { TestEnvironment } = require("jest-environment-jsdom");

module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    const { window } = this.dom;
    window.matchMedia = (query) => ({ matches: false, media: query, addEventListener() {}, removeEventListener() {} });
    // Styles are the real browser's business (accessibility.test.ts); jsdom takes seconds to work them out.
    const unstyled = { display: "block", visibility: "visible", content: "none", getPropertyValue: () => "" };
    window.getComputedStyle = () => unstyled;
    // Bytes made by Node are to be instances of the page's own classes.
    this.global.Uint8Array = Uint8Array;
    this.global.ArrayBuffer = ArrayBuffer;
    Object.assign(this.global, { TextDecoder, TextEncoder, structuredClone });
  }
};
