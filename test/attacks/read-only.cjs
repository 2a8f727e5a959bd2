/**
 * A disk on which nothing may be written below the checkout, for the process that requires this first and for those it
 * starts: root has every right, so that a folder without rights would not show it.
 */
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const { join, resolve, sep } = require("node:path");

const checkout = resolve(join(__dirname, "../..")) + sep;
const isInside = (path) => typeof path === "string" && (resolve(path) + sep).startsWith(checkout);
const refuse = (call, path) => {
  throw Object.assign(new Error(`EROFS: read-only file system, ${call} '${path}'`), { code: "EROFS", path });
};

const access = fs.accessSync;
fs.accessSync = (path, mode) =>
  mode === fs.constants.W_OK && isInside(path) ? refuse("access", path) : access(path, mode);
for (const call of ["writeFileSync", "mkdirSync", "rmSync", "unlinkSync", "cpSync", "copyFileSync", "renameSync"]) {
  const own = fs[call];
  const target = (args) => (call === "cpSync" || call === "copyFileSync" || call === "renameSync" ? args[1] : args[0]);
  fs[call] = (...args) => (isInside(target(args)) ? refuse(call, target(args)) : own(...args));
}
for (const call of ["writeFile", "mkdir", "rm", "unlink", "cp", "copyFile", "rename"]) {
  const own = fs.promises[call];
  const target = (args) => (call === "cp" || call === "copyFile" || call === "rename" ? args[1] : args[0]);
  fs.promises[call] = async (...args) => (isInside(target(args)) ? refuse(call, target(args)) : own(...args));
}
syncBuiltinESMExports();
