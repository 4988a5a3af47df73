#!/usr/bin/env node
// The command line: `frontdesk serve`, `backup`, `restore`, `create-owner`, `doctor`, `version`, `help`.
import { keepCompiledCode } from '../app/start/compile-cache.ts'

keepCompiledCode()
const { runCommand } = await import('./commands/run-command.ts')
await runCommand(process.argv.slice(2))
