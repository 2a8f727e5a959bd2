#!/usr/bin/env node
require("../dist/cli/kenzan.cjs");
