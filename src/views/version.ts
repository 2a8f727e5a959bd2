/** The edition that stands at the foot of what is printed; a test holds it against package.json. */
export const VERSION = "0.1.0";
