#!/usr/bin/env node
import '../dist/node/server.cjs';
