import type { historyContract } from '#shared/features/history/history.contract.ts'
import type { Handlers } from '../../kit/handlers.ts'
import { listHandlers } from '../../kit/register/register-handlers.ts'
import { historyList } from './history.list.queries.ts'

export const historyHandlers: Handlers<typeof historyContract> = {
  ...listHandlers(historyList),
}
