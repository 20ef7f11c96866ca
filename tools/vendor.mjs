// Copies what the pages serve from node_modules into the package; run after `npm ci --ignore-scripts`.
import { cpSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const target = join(root, "src/onrecord/show/web/static/vendor");

const sans = "@fontsource/noto-sans";
const naskh = "@fontsource/noto-naskh-arabic";
const files = [
  ["htmx.org/dist/htmx.min.js", "htmx.min.js"],
  ["htmx.org/LICENSE", "htmx.LICENSE.txt"],
  [`${sans}/LICENSE`, "noto-sans.LICENSE.txt"],
  [`${naskh}/LICENSE`, "noto-naskh-arabic.LICENSE.txt"],
  ...["latin", "latin-ext"].flatMap((subset) =>
    [400, 700].map((weight) => font(sans, `noto-sans-${subset}-${weight}-normal.woff2`))),
  ...[400, 700].map((weight) => font(naskh, `noto-naskh-arabic-arabic-${weight}-normal.woff2`)),
];

function font(name, file) {
  return [`${name}/files/${file}`, file];
}

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const [from, to] of files) {
  cpSync(join(root, "node_modules", from), join(target, to));
}
console.log(`${files.length} files copied to ${target}`);
