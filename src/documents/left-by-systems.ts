/** What systems and Excel leave in folders. */
export const LEFT_BY_SYSTEMS = /^(?:[.~]|Thumbs\.db$|desktop\.ini$)/i;
