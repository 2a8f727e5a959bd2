require("../together.js")(require("../groups.js").members.excel);
