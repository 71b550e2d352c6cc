import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import type { Register } from '#shared/kit/register/register.ts'
import { type BulkApi, BulkChangeDialog } from './BulkChangeDialog.tsx'
import type { ChosenRows } from './RegisterScreen.tsx'

interface ChangeSelectedProps<R extends Register, Field extends string> {
  register: R
  /** The procedures of the register: `api.<feature>`. */
  from: { bulk: BulkApi<R, Field> }
  /** The fields that may be changed for many. */
  fields: readonly Field[]
  chosen: ChosenRows<R>
}

/** Gives one field of all selected rows one value, after telling in how many it is another. */
export function ChangeSelected<R extends Register, Field extends string>({
  register,
  from,
  fields,
  chosen,
}: ChangeSelectedProps<R, Field>) {
  const { t } = useTranslation()
  const [isOpen, dialog] = useDisclosure()
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={dialog.open}>
        {t('list.bulk.action')}
      </Button>
      {isOpen && (
        <BulkChangeDialog
          register={register}
          bulk={from.bulk}
          fields={fields}
          chosen={chosen}
          onClose={dialog.close}
        />
      )}
    </>
  )
}
