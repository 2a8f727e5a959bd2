/* global window */
// `npm run pictures`: all pictures of the documents: the pane and the one page over the sample with errors, and the desk.
// `npm run pictures -- desk` takes those of the desk alone; so do `pane` and `page`.
// Needs a Japanese font (on Debian: fonts-noto-cjk). KENZAN_CHROMIUM names another browser than the one that is installed.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import chromium from "@sparticuz/chromium";
import { build } from "esbuild";
import { chromium as launcher } from "playwright-core";

const wanted = (part) => process.argv.length < 3 || process.argv.slice(2).includes(part);
const root = fileURLToPath(new URL("../", import.meta.url));
const bundle = async (options) => {
  const { outputFiles } = await build({
    bundle: true,
    write: false,
    loader: { ".md": "text" },
    jsx: "automatic",
    logLevel: "error",
    ...options,
  });
  return outputFiles[0].text;
};
const imported = async (path) => {
  const code = await bundle({ entryPoints: [`${root}${path}`], format: "esm", platform: "node" });
  return await import(`data:text/javascript;base64,${Buffer.from(code).toString("base64")}`);
};
const { readWorkbook } = await imported("src/ooxml/read.ts");
const workbook = readWorkbook(await readFile(`${root}test/fixtures/samples/transformation-errors.xlsx`));
const { budgetFor, workbookOf } = await imported("test/core/rules/budget.ts");
/** Of a grant that Kenzan has no data of. */
const otherGrant = workbookOf(budgetFor("先端設備等導入補助金", "計画策定枠"));
const script = await bundle({
  entryPoints: [`${root}test/taskpane/story.tsx`],
  format: "iife",
  define: { "process.env.NODE_ENV": '"production"' },
});
const css = await readFile(`${root}src/taskpane/taskpane.css`, "utf8");

const images = {
  start: { story: {} },
  result: { story: { stage: "result" } },
  fix: {
    story: { stage: "result" },
    act: async (page) => {
      await page.getByRole("button", { name: /基準額に届きません/ }).click();
      await page.getByRole("button", { name: "直す…", exact: true }).click();
      await page.locator(".finding").first().scrollIntoViewIfNeeded();
      await page
        .locator(".view")
        .evaluate((view) => (view.scrollTop = view.querySelector(".finding:has(.form)").offsetTop - 160));
    },
  },
  grant: { story: { workbook: otherGrant, stage: "result" } },
  labour: { story: { stage: "result", tab: "labour" }, dark: true },
  "what-if": {
    story: { stage: "result", tab: "whatif" },
    act: (page) => page.getByText("ほかの制度・枠で計算してみる（募集中とは限りません）").waitFor(),
  },
};

/** The pane by itself, as narrow as it is in Excel. */
async function picturesOfPane(browser) {
  for (const [name, { story, act, dark }] of Object.entries(images)) {
    const page = await browser.newPage({
      viewport: { width: 350, height: 860 },
      colorScheme: dark ? "dark" : "light",
      deviceScaleFactor: 2,
      reducedMotion: "reduce",
    });
    await page.setContent(
      `<!doctype html><html lang="ja"><style>${css}</style><body><div id="pane"></div></body></html>`,
    );
    await page.addScriptTag({ content: script });
    await page.evaluate((given) => window.show(given), { workbook, ...story });
    await act?.(page);
    await page.waitForFunction(() => window.document.querySelector('[aria-busy="true"]') === null);
    await page.screenshot({ path: `${root}docs/images/pane-${name}.png` });
    await page.close();
  }
}

const openPage = async (browser, html) => {
  const page = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: "ja-JP",
    reducedMotion: "reduce",
  });
  page.setDefaultTimeout(240_000);
  await page.goto(pathToFileURL(html).href);
  const pane = page.frameLocator("#pane");
  await pane.getByRole("button", { name: "チェックする" }).waitFor();
  const settled = () => pane.locator("body:not(:has([aria-busy='true']))").waitFor();
  const take = (name) => page.screenshot({ path: `${root}docs/images/${name}.png` });
  return { page, pane, settled, take };
};
/** The grid draws a sheet by and by. */
const DRAWN = 1_000;

/** The one page, from opening it to the summary sheet. */
async function picturesOfPage(browser, html) {
  const { page, pane, settled, take } = await openPage(browser, html);
  await pane.getByRole("button", { name: "チェックする", disabled: false }).waitFor();
  await take("workbench-start");
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.locator(".verdict").waitFor();
  // The budget itself with its marks, and the pane as it is after the check.
  await pane.getByRole("button", { name: "予算明細 C6 を選択" }).first().click();
  await pane.locator(".view").evaluate((view) => (view.scrollTop = 0));
  await settled();
  await page.waitForTimeout(DRAWN);
  await take("workbench-result");
  await pane.getByRole("button", { name: "集計シート" }).click();
  await pane.getByText(/を作りました/).waitFor();
  await settled();
  await page.waitForTimeout(DRAWN);
  await take("workbench-summary");
  await page.close();
}

/** An application with a line that differs from its estimate, a PDF. */
function differing(out, cli) {
  const query = `select name, description from latest join match m using (examination)
    join match_document d using (examination, match) join line l on l.examination = latest.examination
    and l.sheet = m.sheet and l.row = m.row where m.state = '不一致' and reason = 'amount' and file like '%.pdf' order by name`;
  const { stdout } = spawnSync(process.execPath, [cli, "desk", "--out", out, "--query", query, "--format", "json"]);
  return JSON.parse(stdout)[0];
}

/** As the desk's page opens it: the budget, and the estimate with the row in question framed. */
async function pictureOfWorkbench(page, address, { name, description }) {
  await page.goto(`${address}application/${encodeURIComponent(name)}`);
  const link = page.getByRole("link", { name: "作業台で予算書を開く" });
  const [tab] = await Promise.all([page.context().waitForEvent("page"), link.click()]);
  await tab.setViewportSize({ width: 1440, height: 900 });
  const pane = tab.frameLocator("#pane");
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByRole("tab", { name: "見積書" }).click();
  const line = pane.locator("li.finding").filter({ hasText: description }).first();
  await line.getByRole("button", { name: description }).click();
  await line.locator(".paper-sheet canvas").waitFor();
  await line.getByRole("link").or(line.locator(".link.cell")).first().click(); // the line in the budget
  await line.evaluate((card) => card.scrollIntoView());
  await tab.waitForTimeout(DRAWN);
  await tab.screenshot({ path: `${root}docs/images/desk-workbench.png` });
  await tab.close();
}

/** Applications from the first look at them to the second round, and what the applicant sees of the letter. */
async function picturesOfDesk(browser, html, cli, work) {
  const { generate, writeTo } = await imported("test/desk/generator/index.ts");
  const { editWorkbook } = await imported("src/ooxml/edit.ts");
  const [folder, out, name] = [join(work, "申請"), join(work, "結果"), "0025_株式会社小倉テクノ"];
  // Printed by the browser, estimates have their letters with them, as most have.
  const truth = generate({ seed: 5, count: 24, printers: ["chromium"] });
  writeTo(folder, truth);
  const printer = await browser.newPage();
  for (const { name: own, toPrint } of truth.applications)
    for (const { file, html: paper } of toPrint) {
      await printer.setContent(paper);
      await printer.pdf({ path: join(folder, own, file), preferCSSPageSize: true }); // makes the folder
    }
  await printer.close();
  const sample = await readFile(`${root}samples/transformation-errors.xlsx`);
  await mkdir(join(folder, name));
  await writeFile(join(folder, name, "予算書.xlsx"), sample);
  const desk = (...args) => spawnSync(process.execPath, [cli, "desk", ...args, "--out", out], { stdio: "inherit" });
  const served = async (see) => {
    const server = spawn(process.execPath, [cli, "desk", "--out", out, "--serve"]);
    try {
      let said = "";
      for await (const piece of server.stdout.setEncoding("utf8")) {
        said += piece;
        if (/http\S+\s/.test(said)) break;
      }
      const page = await browser.newPage({
        viewport: { width: 1280, height: 860 },
        locale: "ja-JP",
        reducedMotion: "reduce",
      });
      const address = /http\S+/.exec(said)[0];
      await see(page, address, (picture) => page.screenshot({ path: `${root}docs/images/desk-${picture}.png` }));
      await page.close();
    } finally {
      server.kill();
    }
  };
  const application = `application/${encodeURIComponent(name)}`;
  desk(folder);
  await served(async (page, address, take) => {
    await page.goto(address);
    await take("overview");
    await page.goto(address + application);
    await page.getByLabel("あなたの名前（記録に残ります）").fill("佐藤");
    const third = page.locator("article.finding").nth(2);
    await third.getByRole("button", { name: "入れない（このままでよい）" }).click();
    await third.getByText("記録しました。").waitFor();
    await page.evaluate(() => window.scrollTo(0, 0));
    await take("application");
    await pictureOfWorkbench(page, address, differing(out, cli));
  });
  desk("--letters");
  const letter = join(out, "letters", `補正のお願い_${name}.xlsx`);
  const { page, pane, settled, take } = await openPage(browser, html);
  await page.locator("#file").setInputFiles(letter);
  await page.locator(`body[data-open$="${name}.xlsx"]`).waitFor();
  const size = page.viewportSize();
  await page.setViewportSize({ width: 2200, height: 960 }); // as far as the column for answers
  await page.waitForTimeout(DRAWN);
  await page.locator("#sheet").screenshot({ path: `${root}docs/images/desk-letter.png` });
  await page.setViewportSize(size);
  await page.locator("#folder-picker").setInputFiles(folder);
  await page.locator('#overview[aria-busy="false"]').waitFor();
  await take("desk-folder");
  // As the applicant has it: the budget with its letter beside it.
  await page.goto(pathToFileURL(html).href);
  await pane.getByRole("button", { name: "チェックする" }).click();
  await pane.getByRole("tab", { name: "見積書" }).click();
  await pane.locator("input[type=file][multiple]").setInputFiles(letter);
  await pane.getByRole("tab", { name: "結果" }).click();
  await pane.getByRole("heading", { name: /^補正のお願い \d+件のうち 0件が直りました$/ }).waitFor();
  await pane.getByRole("button", { name: /か所をまとめて直す/ }).click();
  await pane.getByRole("button", { name: /か所に書き込む/ }).click();
  await pane.getByText(/か所を直しました/).waitFor();
  await settled();
  await pane.locator(".asked").scrollIntoViewIfNeeded();
  await take("desk-letter-ticked");
  await page.close();
  const mended = editWorkbook(sample);
  const set = (sheet, row, column, value) => mended.setCell(sheet, { row, column, value });
  set("申請情報", 9, 3, "2/3");
  set("予算明細", 6, 3, "消耗品費");
  set("予算明細", 7, 3, "機械装置等製作・購入費");
  set("予算明細", 9, 10, 248_000);
  set("予算明細", 27, 9, 2);
  set("予算明細", 27, 10, 96_000); // nobody asked for this
  await writeFile(join(folder, name, "予算書.xlsx"), mended.save());
  desk(folder);
  await served(async (page, address, take) => {
    await page.goto(address + application);
    await take("second-round");
  });
}

await mkdir(`${root}docs/images`, { recursive: true });
const executablePath = process.env.KENZAN_CHROMIUM ?? (await chromium.executablePath());
const browser = await launcher.launch({ executablePath, args: ["--no-sandbox"] });
try {
  if (wanted("pane")) await picturesOfPane(browser);
  const work = await mkdtemp(join(tmpdir(), "kenzan-pictures-"));
  try {
    // Where they lie when they are built: there the desk finds its library, and the page that opens budgets.
    for (const script of ["build-page", "build-cli"])
      execFileSync(process.execPath, [`${root}scripts/${script}.mjs`], { cwd: root });
    const page = `${root}dist/page/kenzan.html`;
    if (wanted("page")) await picturesOfPage(browser, page);
    if (wanted("desk")) await picturesOfDesk(browser, page, `${root}bin/kenzan.js`, work);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
} finally {
  await browser.close();
}
