import type { Services } from './kit/context.ts'

export async function fillDemo(_services: Services, _resources: string, _now: Date): Promise<void> {}
