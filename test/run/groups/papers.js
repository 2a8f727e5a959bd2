require("../together.js")(require("../groups.js").members.papers);
