/**
 * Department lines (部门专线): applications out to the departments' systems and their answers back, over HTTP with a
 * signature (docs/integrations/department-line.md). An outbox written with the errand survives any outage and delivers
 * once; an inbox stores an answer before it is applied; a reconciliation compares both sides' lists day by day. It does
 * not know what an answer means for a case: {@link org.linli.counter.department.AnswerTaker} does.
 */
@NullMarked
package org.linli.counter.department;

import org.jspecify.annotations.NullMarked;
