import { Button, Group } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from './EmptyState.tsx'
import { LoadingFailure } from './LoadingFailure.tsx'
import { PageHeader } from './PageHeader.tsx'
import { RegisterTable } from './register/RegisterTable.tsx'
import type { RegisterColumn, RegisterSort } from './register/registerTable.ts'
import { SearchField } from './SearchField.tsx'
import type { useRegister } from './useRegister.ts'

interface RegisterPageProps<Row> {
  title: string
  /** How many rows there are, in words (`83 osoby`). */
  countText: (count: number) => string
  /** The rows as `useRegister` has them. */
  register: Pick<ReturnType<typeof useRegister<Row, object>>, 'total' | 'isLoading' | 'onMore' | 'error'> & {
    rows: Row[]
  }
  columns: RegisterColumn<Row>[]
  onOpen: (row: Row) => void
  search: string
  onSearch: (search: string) => void
  sort: RegisterSort
  onSort: (sort: RegisterSort) => void
  /** Filters beside the search. */
  filters?: ReactNode
  /** Is anything searched or filtered? Then an empty list offers to clear it. */
  isFiltered: boolean
  onClear: () => void
  /** Import and create; they stand in the header and, while the register is empty, in its middle. */
  actions?: ReactNode
  empty: { title: string; hint: string }
}

/** The page of a register: how many there are, search and filters, the rows, and what to do while there are none. */
export function RegisterPage<Row extends { id: number }>(props: RegisterPageProps<Row>) {
  const { t } = useTranslation()
  const { register, actions } = props
  if (register.error) return <LoadingFailure error={register.error} />
  return (
    <>
      <PageHeader
        title={props.title}
        aside={register.total === undefined ? undefined : props.countText(register.total)}
        actions={actions}
      />
      <Group my="sm" gap="sm">
        <SearchField value={props.search} onChange={props.onSearch} />
        {props.filters}
      </Group>
      <RegisterTable
        label={props.title}
        columns={props.columns}
        total={register.rows.length}
        rowAt={(index) => register.rows[index]}
        // The next page is asked for before one comes to the end of the rows that are there.
        onRange={(_, to) => {
          if (to >= register.rows.length - 40) register.onMore?.()
        }}
        listKey={props.search + props.sort.by + props.sort.direction}
        nameOf={() => ''}
        onOpen={props.onOpen}
        sort={props.sort}
        onSort={props.onSort}
        isLoading={register.isLoading}
        empty={
          props.isFiltered ? (
            <EmptyState
              title={t('common.nothingFound')}
              hint={t('common.nothingFoundHint')}
              actions={
                <Button variant="default" onClick={props.onClear}>
                  {t('common.clearFilters')}
                </Button>
              }
            />
          ) : (
            <EmptyState {...props.empty} actions={actions && <Group gap="xs">{actions}</Group>} />
          )
        }
      />
    </>
  )
}
