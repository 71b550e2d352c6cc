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
import { IconChevronRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TreeUnit } from '#shared/features/units/units.contract.ts'
import { type Branch, treeOf } from '#shared/features/units/units.rules.ts'
import { isDay } from '#shared/kit/dates.ts'
import { fold } from '#shared/kit/polish.ts'
import { orpc } from '../../api/client.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import classes from './UnitTree.module.css'

/** The units that existed on a day, each under the one it belonged to. Arrows move and unfold, Enter opens. */
export function UnitTree({ on }: { on: string }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const { data } = useQuery(
    orpc.units.tree.queryOptions({ input: { on }, placeholderData: keepPreviousData, enabled: isDay(on) }),
  )
  const shown = useMemo(() => matching(data ?? [], typed), [data, typed])
  if (!data) return null
  if (data.length === 0) return <EmptyState title={t('units.empty')} hint={t('units.emptyHint')} />
  return (
    <>
      <TextInput
        aria-label={t('units.findInTree')}
        placeholder={t('units.findInTree')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        w={280}
        mb="sm"
      />
      {shown.length === 0 ? (
        <EmptyState title={t('common.nothingFound')} hint={t('common.nothingFoundHint')} />
      ) : (
        // What is found, and each day, begins unfolded.
        <Nodes key={`${on}/${typed}`} units={shown} />
      )}
    </>
  )
}

function Nodes({ units }: { units: TreeUnit[] }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const nodes = useMemo(() => treeOf(units).map(toNode), [units])
  const tree = useTree({ initialExpandedState: getTreeExpandedState(nodes, '*') })
  const byId = new Map(units.map((unit) => [String(unit.id), unit]))
  const open = (id: number) => navigate({ to: '/units/$id', params: { id } })

  return (
    <Panel>
      <Group gap="xs" mb="xs">
        <Button variant="default" size="compact-md" onClick={() => tree.expandAllNodes()}>
          {t('units.unfold')}
        </Button>
        <Button variant="default" size="compact-md" onClick={() => tree.collapseAllNodes()}>
          {t('units.foldUp')}
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
        }}
        renderNode={({ node, expanded, hasChildren, elementProps }) => {
          const unit = byId.get(node.value)
          if (!unit) return null
          const kind = unit.kind === 'other' ? '' : t(`units.kinds.${unit.kind}`)
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
              <span className={classes.aside}>
                {[kind, unit.numberLabel, unit.symbol].filter(Boolean).join(' · ')}
              </span>
              <span className={classes.aside}>{unit.address}</span>
              {node.children && (
                <span className={classes.count}>{t('units.count', { count: node.children.length })}</span>
              )}
            </div>
          )
        }}
      />
    </Panel>
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
    const text = ` ${fold([unit.name, unit.numberLabel, unit.symbol, unit.address].join(' '))}`
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
