export default {
  living: {
    UNKNOWN: 'not known how they live',
    ALONE: 'lives alone',
    COUPLE: 'lives with a partner only',
    WITH_CHILDREN: 'lives with children',
    WITH_OTHERS: 'lives with others',
    INSTITUTION: 'lives in a home',
  },
  relation: {
    SPOUSE: 'spouse',
    CHILD: 'child',
    GRANDCHILD: 'grandchild',
    SIBLING: 'sibling',
    RELATIVE: 'relative',
    NEIGHBOUR: 'neighbour',
    FRIEND: 'friend',
    CARER: 'carer',
    COMMUNITY: 'community worker',
  },
  card: {
    title: 'Contacts',
    note: 'Call them in this order.',
    none: 'There is no contact yet.',
    verified: 'checked',
    unverified: 'not checked',
    open: 'Open the elder file',
  },
}
