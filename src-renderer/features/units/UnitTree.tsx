import {
  ActionIcon,
  Button,
  Group,
  getTreeExpandedState,
  TextInput,
  Tree,
  type TreeNodeData,
  useTree,
} from '@mantine/core'
import { IconChevronRight, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TreeUnit } from '#shared/features/units/units.contract.ts'
import { type Branch, treeOf } from '#shared/features/units/units.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { fold } from '#shared/kit/polish.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import classes from './UnitTree.module.css'

interface UnitTreeProps {
  on: string
  /** Chooses the day. */
  dayField: ReactNode
  /** May units be added here? */
  mayAdd: boolean
}

/**
 * The units that existed on a day, each under the one it belonged to. Arrows move, fold and unfold, Enter opens, Insert
 * adds one below.
 */
export function UnitTree({ on, dayField, mayAdd }: UnitTreeProps) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const { data } = useQuery(
    orpc.units.tree.queryOptions({ input: { on }, placeholderData: keepPreviousData, enabled: isDay(on) }),
  )
  const shown = useMemo(() => matching(data ?? [], typed), [data, typed])
  return (
    <>
      <Group align="flex-end" my="sm">
        {dayField}
        <TextInput
          aria-label={t('units.findInTree')}
          placeholder={t('units.findInTree')}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          w={280}
        />
      </Group>
      {data?.length === 0 && <EmptyState title={t('units.empty')} hint={t('units.emptyHint')} />}
      {data && data.length > 0 && shown.length === 0 && (
        <EmptyState title={t('common.nothingFound')} hint={t('common.nothingFoundHint')} />
      )}
      {shown.length > 0 && (
        // What is found, and each day, begins unfolded.
        <Nodes key={`${on}/${typed}`} units={shown} mayAdd={mayAdd} />
      )}
    </>
  )
}

function Nodes({ units, mayAdd }: { units: TreeUnit[]; mayAdd: boolean }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const nodes = useMemo(() => treeOf(units).map(toNode), [units])
  const tree = useTree({ initialExpandedState: getTreeExpandedState(nodes, '*') })
  const byId = new Map(units.map((unit) => [String(unit.id), unit]))
  const open = (id: number) => navigate({ to: '/units/$id', params: { id } })
  const add = (parent: number) => navigate({ to: '/units/new', search: { parent } })

  return (
    <Panel>
      <Group gap="xs" mb="xs">
        <Button variant="default" size="compact-md" onClick={() => tree.expandAllNodes()}>
          {t('units.unfoldAll')}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => tree.collapseAllNodes()}>
          {t('units.foldAll')}
        </Button>
      </Group>
      <Tree
        aria-label={t('units.title')}
        data={nodes}
        tree={tree}
        levelOffset={28}
        expandOnClick={false}
        onKeyDown={(event) => {
          const id = (event.target as HTMLElement).dataset.value
          if (event.key === 'Enter' && id) open(Number(id))
          if (event.key === 'Insert' && id && mayAdd) add(Number(id))
        }}
        renderNode={({ node, expanded, hasChildren, elementProps }) => {
          const unit = byId.get(node.value)
          if (!unit) return null
          return (
            <div {...elementProps} className={`${elementProps.className} ${classes.row}`}>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={24}
                tabIndex={-1}
                style={{ visibility: hasChildren ? undefined : 'hidden' }}
                aria-label={t(expanded ? 'units.foldUp' : 'units.unfold')}
                onClick={() => tree.toggleExpanded(node.value)}
              >
                <IconChevronRight size={16} style={{ rotate: expanded ? '90deg' : undefined }} />
              </ActionIcon>
              <Link to="/units/$id" params={{ id: unit.id }} className={classes.name} tabIndex={-1}>
                {unit.name}
              </Link>
              <About unit={unit} />
              {node.children && (
                <span className={classes.count}>{t('units.count', { count: node.children.length })}</span>
              )}
              {mayAdd && (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={24}
                  tabIndex={-1}
                  className={classes.add}
                  aria-label={t('units.createBelowNamed', { name: unit.name })}
                  title={t('common.shortcut', { keys: 'Insert' })}
                  onClick={() => add(unit.id)}
                >
                  <IconPlus size={16} />
                </ActionIcon>
              )}
            </div>
          )
        }}
      />
    </Panel>
  )
}

/** What stands beside a name: the kind and the number where the name does not say them, who leads the unit, where it is. */
function About({ unit }: { unit: TreeUnit }) {
  const { t } = useTranslation()
  const kind = unit.kind === 'other' ? '' : t(`units.kinds.${unit.kind}`)
  const isSaid = (word: string) => fold(unit.name).split(' ').includes(fold(word))
  return (
    <>
      <span className={classes.aside}>
        {[!isSaid(kind) && kind, !isSaid(unit.numberLabel) && unit.numberLabel, unit.symbol]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {unit.headName && (
        <span className={classes.aside}>
          {t('units.fields.headId')}: {unit.headName}
        </span>
      )}
      <span className={classes.aside}>{unit.address}</span>
    </>
  )
}

function toNode({ unit, children }: Branch<TreeUnit>): TreeNodeData {
  return {
    value: String(unit.id),
    label: unit.name,
    ...(children.length > 0 && { children: children.map(toNode) }),
  }
}

/** The units in which every typed word begins a word, with all that they stand below. */
function matching(units: TreeUnit[], typed: string): TreeUnit[] {
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return units
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const kept = new Set<number>()
  for (const unit of units) {
    const text = ` ${fold([unit.name, unit.numberLabel, unit.symbol, unit.headName, unit.address].join(' '))}`
    if (!words.every((word) => text.includes(` ${word}`))) continue
    for (
      let at: TreeUnit | undefined = unit;
      at;
      at = at.parentId === null ? undefined : byId.get(at.parentId)
    )
      kept.add(at.id)
  }
  return units.filter(({ id }) => kept.has(id))
}
