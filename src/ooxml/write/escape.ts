/** Text as XML holds it. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : "&gt;"));

export const escapeAttribute = (text: string): string =>
  escapeText(text).replace(/"/g, "&quot;").replace(/\n/g, "&#10;");

/** ST_Xstring: what XML cannot hold, and what would be read as an escape, as `_xHHHH_`. */
export const escapeXstring = (text: string): string =>
  escapeText(
    text
      .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
      // eslint-disable-next-line no-control-regex -- these are the characters to replace
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, (c) => `_x${hex(c)}_`),
  );

/** The same in an attribute, where a line break is escaped, too. */
export const escapeXstringAttribute = (text: string): string =>
  escapeXstring(text).replace(/"/g, "&quot;").replace(/\n/g, "_x000a_");

const hex = (character: string): string => character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
