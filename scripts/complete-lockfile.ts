/**
 * Adds to package-lock.json the optional platform packages that `npm install` left out.
 *
 * npm leaves an optional package out of the lock when the registry it asked does not (yet) offer that exact
 * version for another platform; `npm ci` then calls the lock out of step with package.json and refuses.
 * The entry names the version, the system and the processor only, so a machine of another kind skips it and
 * a machine of that kind fetches it. Run it after `npm install`; it changes nothing when nothing is missing.
 */
import { readFileSync, writeFileSync } from 'node:fs'

interface LockedPackage {
  version: string
  optional?: boolean
  os?: string[]
  cpu?: string[]
  libc?: string[]
  optionalDependencies?: Record<string, string>
}

const systems: Record<string, string> = {
  win32: 'win32',
  darwin: 'darwin',
  linux: 'linux',
  android: 'android',
  freebsd: 'freebsd',
  openharmony: 'openharmony',
}
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>
}

for (const { optionalDependencies = {} } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const words = name.split(/[-/]/)
    const os = words.map((word) => systems[word]).find(Boolean)
    const cpu = words.find((word) =>
      ['x64', 'arm64', 'ia32', 'arm', 'riscv64', 'loong64', 'ppc64', 's390x'].includes(word),
    )
    if (lock.packages[`node_modules/${name}`] || !os || !cpu || !/^\d/.test(version)) continue
    const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : undefined
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(libc && { libc }),
      optional: true,
      os: [os],
    }
    console.log(`added ${name}@${version}`)
  }
}

const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries(sorted)
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`)
