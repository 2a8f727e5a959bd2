/**
 * Builds the add-in into dist/addin.
 *   npm run dev-server                              https://localhost:3000, office.js from the pinned package
 *   npm run build -- --env url=https://my.host/kenzan/   for your own server, office.js from Microsoft
 */
const path = require("node:path");
const CopyPlugin = require("copy-webpack-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");

const DEVELOPMENT_URL = "https://localhost:3000/";
const OFFICE_CDN = "https://appsforoffice.microsoft.com";

/** What the pane may load: itself and office.js. Nothing leaves the computer: connect-src names no other host. */
const contentSecurityPolicy = (connect) =>
  [
    "default-src 'none'",
    `script-src 'self' ${OFFICE_CDN}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src ${connect}`,
    "font-src 'self' data:",
  ].join("; ");

module.exports = async (env = {}, argv = {}) => {
  const production = argv.mode === "production";
  const url = production ? withSlash(env.url ?? "https://kenzan.example/") : DEVELOPMENT_URL;

  return {
    mode: production ? "production" : "development",
    target: "browserslist",
    entry: {
      taskpane: "./src/taskpane/index.tsx",
      // Of their own: the pane starts the one at once, the other when the first estimate comes.
      "engine-worker": "./src/taskpane/engine/engine-worker.ts",
      "document-worker": "./src/taskpane/documents/document-worker.ts",
    },
    output: {
      path: path.resolve(__dirname, env.out ?? "dist/addin"),
      filename: "[name].js",
      chunkFilename: "[name].[contenthash:8].js",
      clean: true,
    },
    resolve: { extensions: [".tsx", ".ts", ".js"] },
    devtool: production ? false : "source-map",
    cache: { type: "filesystem", buildDependencies: { config: [require.resolve("./webpack.config.js")] } },
    performance: { hints: false },
    module: {
      rules: [
        // The worker fetches the engine itself, from beside the page.
        { test: /@embedpdf.pdfium/, parser: { url: false } },
        { test: /\.md$/, type: "asset/source" },
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "swc-loader",
          options: {
            jsc: {
              parser: { syntax: "typescript", tsx: true },
              target: "es2022",
              transform: { react: { runtime: "automatic" } },
            },
          },
        },
      ],
    },
    optimization: { minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })] },
    plugins: [
      new HtmlPlugin({
        template: "./src/taskpane/taskpane.html",
        filename: "taskpane.html",
        chunks: ["taskpane"],
        scriptLoading: "defer",
        templateParameters: {
          officeJs: production ? `${OFFICE_CDN}/lib/1/hosted/office.js` : "office/office.js",
          csp: contentSecurityPolicy(production ? "'self'" : "'self' wss://localhost:3000"),
        },
      }),
      new CopyPlugin({
        patterns: [
          { from: "assets/*.png" },
          { from: "src/taskpane/taskpane.css", to: "taskpane.css" },
          { from: "src/taskpane/help.html", to: "help.html" },
          { from: require.resolve("@embedpdf/pdfium/pdfium.wasm"), to: "pdfium.wasm" },
          {
            from: "manifest.xml",
            transform: (content) =>
              content.toString().replaceAll(DEVELOPMENT_URL, url).replaceAll(origin(DEVELOPMENT_URL), origin(url)),
          },
        ],
      }),
    ],
    ...(env.WEBPACK_SERVE ? { devServer: await developmentServer() } : {}),
  };
};

/** Excel loads add-ins over https only: the certificate is made once, on the developer's own machine. */
async function developmentServer() {
  const certificates = require("office-addin-dev-certs");
  return {
    port: 3000,
    server: { type: "https", options: await certificates.getHttpsServerOptions() },
    static: [{ directory: path.resolve(__dirname, "node_modules/@microsoft/office-js/dist"), publicPath: "/office" }],
    headers: { "Access-Control-Allow-Origin": DEVELOPMENT_URL },
  };
}

const withSlash = (url) => (url.endsWith("/") ? url : `${url}/`);
const origin = (url) => new URL(url).origin;
