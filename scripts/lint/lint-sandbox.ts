// Runs the real linter with the project's real configuration over files that exist only for one test run.
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { projectRoot } from '../tools/project-paths.mjs'

const configuration = [
  '.oxlintrc.json',
  'package.json',
  'tsconfig.json',
  'tsconfig.base.json',
  'src-server/tsconfig.json',
  'src-server/core/tsconfig.json',
  'src-server/protocol/tsconfig.json',
  'src-client/tsconfig.json',
  'src-main/tsconfig.json',
  'src-renderer/tsconfig.json',
  'src-widget/tsconfig.json',
]

/** Rule codes such as `no-console` or `frontdesk/layers`, by file. */
export type Findings = ReadonlyMap<string, readonly string[]>

type Report = { readonly diagnostics: readonly { readonly code: string; readonly filename: string }[] }

/** @param files path in the repository → text */
export async function lintFiles(files: Readonly<Record<string, string>>): Promise<Findings> {
  const sandbox = await mkdtemp(join(tmpdir(), 'frontdesk-lint-'))
  try {
    for (const path of configuration) await copyInto(sandbox, path)
    await cp(join(projectRoot, 'scripts', 'lint'), join(sandbox, 'scripts', 'lint'), { recursive: true })
    await symlink(join(projectRoot, 'node_modules'), join(sandbox, 'node_modules'))
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(sandbox, path)), { recursive: true })
      await writeFile(join(sandbox, path), text)
    }
    return findingsOf(await runLinter(sandbox, Object.keys(files)))
  } finally {
    await rm(sandbox, { recursive: true, force: true })
  }
}

async function copyInto(sandbox: string, path: string): Promise<void> {
  await mkdir(dirname(join(sandbox, path)), { recursive: true })
  await cp(join(projectRoot, path), join(sandbox, path))
}

function runLinter(cwd: string, paths: readonly string[]): Promise<Report> {
  const oxlint = join(projectRoot, 'node_modules', 'oxlint', 'bin', 'oxlint')
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [oxlint, '--format', 'json', ...paths],
      { cwd, maxBuffer: 64e6 },
      (_exit, stdout, stderr) => {
        try {
          resolve(JSON.parse(stdout) as Report) // it exits with 1 when it finds something, which is what we want
        } catch {
          reject(new Error(`the linter printed no report: ${stderr || stdout}`))
        }
      },
    )
  })
}

function findingsOf(report: Report): Findings {
  const findings = new Map<string, string[]>()
  for (const { code, filename } of report.diagnostics) {
    const rule = code.replace(/^(?:eslint|frontdesk)\((.+)\)$/, '$1').replace(/^(.+)\((.+)\)$/, '$1/$2')
    const path = filename.replaceAll('\\', '/')
    findings.set(path, [...(findings.get(path) ?? []), rule])
  }
  return findings
}
