/** The units as whose officer somebody works, by name. */
interface Role {
  unit_name: string | null
}

export const unitsOf = (roles: Role[]) => [...new Set(roles.map(one => one.unit_name).filter((name): name is string => !!name))]
