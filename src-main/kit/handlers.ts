import type {
  AnyContractRouter,
  ContractProcedure,
  InferSchemaInput,
  InferSchemaOutput,
} from '@orpc/contract'
import type {
  AfterContext,
  CommandContext,
  PublicCommandContext,
  PublicQueryContext,
  QueryContext,
} from './context.ts'

/**
 * A command in steps, for work that must not happen inside the transaction.
 *
 * - `before` prepares (a password hash, a parsed file) with the read-only database;
 * - `run` writes, inside the transaction;
 * - `after` follows the commit (freezing a PDF). If it fails, the command has still happened: it is logged, and
 *   whatever `after` does must be something that the program makes up for later by itself.
 */
export interface SteppedCommand<Context extends PublicCommandContext, Input, Output, Prepared> {
  before?: (
    context: Omit<AfterContext, 'transaction' | 'user'> & Pick<Context, 'user'>,
    input: Input,
  ) => Promise<Prepared>
  run: (context: Context, input: Input, prepared: Prepared) => Promise<Output>
  after?: (context: AfterContext, output: Output) => Promise<void>
}

/** A command as the pipeline runs it; built by `inSteps` or a plain function. */
export type CommandHandler<Context extends PublicCommandContext, Input, Output> =
  | ((context: Context, input: Input) => Promise<Output>)
  | SteppedCommand<Context, Input, Output, never>

/** Declares a command in steps; the type of what `before` prepares is checked here and forgotten after. */
export function inSteps<Context extends PublicCommandContext, Input, Output, Prepared>(
  steps: SteppedCommand<Context, Input, Output, Prepared>,
): SteppedCommand<Context, Input, Output, never> {
  return steps as unknown as SteppedCommand<Context, Input, Output, never>
}

type Handler<Input, Output, Meta> = Meta extends { kind: 'command' }
  ? CommandHandler<Meta extends { access: 'public' } ? PublicCommandContext : CommandContext, Input, Output>
  : (
      context: Meta extends { access: 'public' } ? PublicQueryContext : QueryContext,
      input: Input,
    ) => Promise<Output> | Output

/**
 * The handlers of a contract: one for each procedure, with the context that its kind and access give it. A
 * query's context has no transaction, so a query that writes does not compile.
 */
export type Handlers<Contract extends AnyContractRouter> = {
  [Name in keyof Contract]: Contract[Name] extends ContractProcedure<
    infer Input,
    infer Output,
    infer _Errors,
    infer Meta
  >
    ? Handler<InferSchemaOutput<Input>, InferSchemaInput<Output>, Meta>
    : Contract[Name] extends AnyContractRouter
      ? Handlers<Contract[Name]>
      : never
}
