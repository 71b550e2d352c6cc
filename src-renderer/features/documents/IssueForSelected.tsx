import { Button } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { FormDrawer } from '../../ui/FormDrawer.tsx'
import { IssueForManyForm, type RowsForMany } from './IssueForManyForm.tsx'

interface IssueForSelectedProps {
  rows: RowsForMany
  /** The kind that is offered first. */
  first?: string
  /** What the button says, where it is not about selected rows. */
  label?: string
  isDisabled?: boolean
  onDone?: () => void
}

/** Issues one kind of document for all selected volunteers or agreements, after a look at each of them. */
export function IssueForSelected({ rows, first, label, isDisabled = false, onDone }: IssueForSelectedProps) {
  const { t } = useTranslation()
  const [isOpen, drawer] = useDisclosure()
  return (
    <>
      <Button
        size={label ? 'sm' : 'compact-sm'}
        variant="default"
        disabled={isDisabled}
        onClick={drawer.open}
      >
        {label ?? t('documents.many.action')}
      </Button>
      <FormDrawer title={label ?? t('documents.many.title')} isOpen={isOpen} onClose={drawer.close}>
        <IssueForManyForm
          of={rows}
          {...(first && { first })}
          onCancel={drawer.close}
          onDone={() => {
            drawer.close()
            onDone?.()
          }}
        />
      </FormDrawer>
    </>
  )
}
