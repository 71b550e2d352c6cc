import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'

interface FormDrawerProps {
  title: string
  isOpen: boolean
  onClose: () => void
  children: ReactNode
}

/**
 * A small record of a list (a unit, an account) edited beside the list. It closes by its own buttons only, so a
 * stray click or Esc cannot throw away what was typed.
 */
export function FormDrawer({ title, isOpen, onClose, children }: FormDrawerProps) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      position="right"
      title={title}
      size={460}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      {children}
    </Drawer>
  )
}
