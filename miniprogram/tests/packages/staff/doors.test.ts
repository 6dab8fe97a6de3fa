/** Doors without network: nothing is lost, nothing is sent as something else, each record takes its own answer. */
import { beforeEach, describe, expect, it } from 'vitest'
import { answered, arrived, blankDoor, itemOf, keptDoor, leaving, waiting } from '@/packages/staff/doors/doors'
import { useDoors } from '@/packages/staff/doors/useDoors'
import { freshUni } from '../../uni'

const door = (text: string) => ({ ...blankDoor(), estate_id: '5', estate_name: '宝美小区', name: '陈婆婆', text })
let house: ReturnType<typeof freshUni>

beforeEach(() => {
  house = freshUni()
})

describe('what was written at a door', () => {
  it('is sent with its own id, its own time and its channel', () => {
    const kept = keptDoor(door('取药'), new Date('2026-11-22T07:00:00Z'))

    expect(itemOf(kept)).toEqual({
      client_id: kept.client_id, written_at: '2026-11-22T07:00:00.000Z', estate_id: 5, channel: 'door_knock',
      on_behalf: { name: '陈婆婆' }, text: '取药', group: 'anybody', contact_name: '陈婆婆',
    })
  })

  it('waits on when the server did not answer for it', () => {
    const [one, two] = [keptDoor(door('取药')), keptDoor(door('水管'))]
    const after = answered(leaving([one, two], [one, two]), [{ client_id: one.client_id, status: 'accepted', id: 9 }])

    expect(arrived(after).map(kept => kept.ticket_id)).toEqual([9])
    expect(waiting(after)).toMatchObject([{ text: '水管', sent: true }])
  })

  it('counts as arrived when it had arrived before', () => {
    const one = keptDoor(door('取药'))

    expect(arrived(answered([one], [{ client_id: one.client_id, status: 'already', id: 9 }]))).toHaveLength(1)
  })

  it('says in words why it was refused, and may then be corrected', () => {
    const one = keptDoor(door('取药'))
    const [after] = answered(leaving([one], [one]), [{ client_id: one.client_id, status: 'refused', detail: '请检查', problems: { phone: ['请填写电话号码'] } }])

    expect(after).toMatchObject({ refused: '请填写电话号码', sent: false })
  })

  it('is forgotten only long after it arrived', () => {
    const doors = Array.from({ length: 25 }, (_, n) => ({ ...keptDoor(door(`第 ${n} 件`)), ticket_id: n + 1 }))

    expect(answered([...doors, keptDoor(door('取药'))], [])).toHaveLength(21)
  })
})

describe('the doors on this phone', () => {
  it('survive a closed app and a lost network', async () => {
    house.answer('no network')
    useDoors().save(door('取药'))
    const later = useDoors()
    await later.send()

    expect(later.waiting.value).toMatchObject([{ text: '取药', sent: true }])
    expect(house.told()).not.toBeNull()
  }, 10_000)

  it('leave the list when the server has them', async () => {
    house.answer(({ data }) => ({ status: 200, body: { items: [{ client_id: (data as any).items[0].client_id, status: 'accepted', id: 4 }] } }))
    const doors = useDoors()
    doors.save(door('取药'))
    await doors.send()

    expect(doors.waiting.value).toEqual([])
    expect(doors.arrived.value).toMatchObject([{ ticket_id: 4 }])
  })
})
