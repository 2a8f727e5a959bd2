/** Threaded comments. Excel refuses a second one in a cell. */
import type { Book, BookSheet, Comment } from "../book";
import { HostError, notFound } from "../errors";
import { HostObject } from "../protocol";
import { Collection } from "./collection";
import { Range, guardOf, rangeFrom } from "./range";

const AUTHOR = "Kenzan";

export class Comments extends Collection<CommentObject> {
  constructor(
    private readonly book: Book,
    /** null: those of all sheets. */
    private readonly sheet: BookSheet | null,
  ) {
    super("CommentCollection", () =>
      (sheet === null ? book.sheets : [sheet]).flatMap((one) =>
        one.comments.map((comment) => new CommentObject(one, comment)),
      ),
    );
  }

  Add(cell: unknown, content: string): CommentObject {
    const { sheet, area } = rangeFrom(cell, this.sheet, this.book.sheets);
    guardOf(sheet, "AllowEditObjects")("CommentCollection.add");
    if (sheet.comments.some((other) => other.row === area.top && other.column === area.left))
      throw new HostError("InvalidOperation", "The operation attempted is invalid.", "CommentCollection.add");
    const id = this.book.newId("comment");
    const comment: Comment = {
      id,
      row: area.top,
      column: area.left,
      content,
      author: AUTHOR,
      replies: [],
      resolved: false,
    };
    sheet.comments.push(comment);
    this.book.tell("comments", sheet, area);
    return new CommentObject(sheet, comment);
  }

  GetItemByCell(cell: unknown): CommentObject {
    const { sheet, area } = rangeFrom(cell, this.sheet, this.book.sheets);
    const comment = sheet.comments.find((other) => other.row === area.top && other.column === area.left);
    if (comment === undefined) throw notFound("CommentCollection.getItemByCell");
    return new CommentObject(sheet, comment);
  }
}

class CommentObject extends HostObject {
  readonly type = "Comment";

  constructor(
    private readonly sheet: BookSheet,
    private readonly comment: Comment,
  ) {
    super();
  }

  override get id(): string {
    return this.comment.id;
  }
  get Id(): string {
    return this.comment.id;
  }
  get Content(): string {
    return this.comment.content;
  }
  set Content(content: string) {
    guardOf(this.sheet, "AllowEditObjects")("Comment.content");
    this.comment.content = content;
  }
  get AuthorName(): string {
    return this.comment.author;
  }
  get Resolved(): boolean {
    return this.comment.resolved;
  }
  set Resolved(resolved: boolean) {
    guardOf(this.sheet, "AllowEditObjects")("Comment.resolved");
    this.comment.resolved = resolved;
  }
  get Replies(): HostObject {
    return new Replies(this.sheet, this.comment);
  }
  GetLocation(): Range {
    const { row, column } = this.comment;
    return new Range(this.sheet, { top: row, left: column, bottom: row, right: column });
  }
  Delete(): void {
    guardOf(this.sheet, "AllowEditObjects")("Comment.delete");
    this.sheet.comments = this.sheet.comments.filter((other) => other !== this.comment);
    this.sheet.book.tell("comments", this.sheet, this.GetLocation().area);
  }
}

class Replies extends Collection<Reply> {
  constructor(
    private readonly sheet: BookSheet,
    private readonly comment: Comment,
  ) {
    super("CommentReplyCollection", () =>
      comment.replies.map((content, index) => new Reply(`${comment.id}-${index}`, content)),
    );
  }

  Add(content: string): Reply {
    guardOf(this.sheet, "AllowEditObjects")("CommentReplyCollection.add");
    this.comment.replies.push(content);
    return this.GetItemAt(this.comment.replies.length - 1);
  }
}

class Reply extends HostObject {
  readonly type = "CommentReply";

  constructor(
    private readonly key: string,
    readonly Content: string,
  ) {
    super();
  }

  override get id(): string {
    return this.key;
  }
}
