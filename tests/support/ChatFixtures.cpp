#include "support/ChatFixtures.h"

namespace support {

namespace {

constexpr char conversation[] = R"json({
 "title": "Ink \u202eand\u0007 stone", "create_time": 1700000000.25, "update_time": 1700000600.5,
 "conversation_id": "c-1", "id": "c-1", "current_node": "a3",
 "mapping": {
  "root": {"id": "root", "message": null, "parent": null, "children": ["sys"]},
  "sys": {"id": "sys", "parent": "root", "children": ["q1", "q1b"], "message": {"id": "sys",
    "author": {"role": "system"}, "create_time": null, "content": {"content_type": "text", "parts": [""]},
    "metadata": {"is_visually_hidden_from_conversation": true}}},
  "q1": {"id": "q1", "parent": "sys", "children": ["t1"], "message": {"author": {"role": "user"},
    "create_time": 1700000001, "content": {"content_type": "text", "parts": ["What is ink?"]}, "metadata": {}}},
  "q1b": {"id": "q1b", "parent": "sys", "children": ["a1b"], "message": {"author": {"role": "user"},
    "create_time": 1700000100, "content": {"content_type": "multimodal_text", "parts": [
      {"content_type": "image_asset_pointer", "asset_pointer": "file-service://x"}, "And this?"]}}},
  "t1": {"id": "t1", "parent": "q1", "children": ["r1"], "message": {"author": {"role": "assistant"},
    "create_time": 1700000002, "content": {"content_type": "thoughts", "thoughts": [
      {"summary": "Inks", "content": "Soot and glue."}]}}},
  "r1": {"id": "r1", "parent": "t1", "children": ["a1", "a2"], "message": {"author": {"role": "assistant"},
    "create_time": 1700000003, "content": {"content_type": "reasoning_recap", "content": "Thought for 2s"}}},
  "a1": {"id": "a1", "parent": "r1", "children": ["call"], "message": {"author": {"role": "assistant"},
    "create_time": 1700000004, "status": "finished_successfully",
    "content": {"content_type": "text", "parts": ["Soot", "in water."]}, "recipient": "all",
    "metadata": {"model_slug": "gpt-4o", "finish_details": {"type": "max_tokens"}}}},
  "a2": {"id": "a2", "parent": "r1", "children": [], "message": {"author": {"role": "assistant"},
    "create_time": 1700000005, "content": {"content_type": "text", "parts": ["Pigment."]},
    "metadata": {"model_slug": "o3", "finish_details": {"type": "interrupted"}}}},
  "call": {"id": "call", "parent": "a1", "children": ["tool"], "message": {"author": {"role": "assistant"},
    "content": {"content_type": "code", "language": "unknown", "text": "search"}, "recipient": "browser"}},
  "tool": {"id": "tool", "parent": "call", "children": ["a3"], "message": {"author": {"role": "tool"},
    "content": {"content_type": "tether_quote", "text": "found"}}},
  "a3": {"id": "a3", "parent": "tool", "children": [], "message": {"author": {"role": "assistant"},
    "create_time": 1700000009, "content": {"content_type": "code", "language": "python", "text": "print 1"},
    "recipient": "all", "metadata": {"model_slug": "gpt-4o"}}},
  "a1b": {"id": "a1b", "parent": "q1b", "children": [], "message": {"author": {"role": "assistant"},
    "create_time": 1700000101, "content": {"content_type": "text", "parts": ["A stone."]}}}
 }})json";

constexpr char exported[] = R"json({
 "id": "chat-1", "user_id": "u", "title": "Inks", "created_at": 1700000000, "updated_at": 1700000500,
 "archived": true, "pinned": true, "meta": {"tags": ["a"]},
 "chat": {"title": "Inks", "models": ["qwen3:8b"], "params": {"system": "Be short."}, "history": {
  "currentId": "m3", "messages": {
   "m1": {"id": "m1", "parentId": null, "childrenIds": ["m2", "m3"], "role": "user",
     "content": "What is ink?", "timestamp": 1700000001, "files": [{"type": "image", "url": "data:x"}]},
   "m3": {"id": "m3", "parentId": "m1", "childrenIds": [], "role": "assistant", "model": "qwen3:8b",
     "content": "Pigment.", "done": false, "timestamp": 1700000003,
     "error": {"content": "out of memory"}},
   "m2": {"id": "m2", "parentId": "m1", "childrenIds": [], "role": "assistant", "model": "qwen3:4b",
     "content": "<details type=\"reasoning\" done=\"true\" duration=\"13\">\n<summary>Thought for 13 seconds</summary>\n&gt; Soot &amp; glue?\n&gt; Yes.\n</details>\nSoot.\n<details type=\"tool_calls\" done=\"true\" id=\"x\">\n<summary>Tool</summary>\n</details>",
     "done": true, "timestamp": 1700000002,
     "usage": {"prompt_eval_count": 10, "eval_count": 20, "total_duration": 5000, "load_duration": 1,
               "prompt_eval_duration": 2, "eval_duration": 3}}}}}})json";

} // namespace

QByteArray chatGptConversation()
{
    return conversation;
}

QByteArray openWebUiChat()
{
    return exported;
}

} // namespace support
