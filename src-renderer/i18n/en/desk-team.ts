// English words of the team page. Source of truth for the keys; zh/desk-team.ts must have the same.

export const deskTeam = {
  title: 'Team',
  nobody: 'Nobody is online to take conversations.',
  lead_one: '{{shown}} colleague is online and takes conversations.',
  lead_other: '{{shown}} colleagues are online and take conversations.',
  loading: 'Asking the desk who is here…',
  you: 'you',
  column: { name: 'Name', status: 'Status', role: 'Role', load: 'Conversations' },
  role: { owner: 'Owner', admin: 'Admin', agent: 'Agent' },
} as const
