"""What is shown when all is running: the address, its QR code, who can sign in, how to stop."""

import io
from collections.abc import Mapping

import qrcode

from bin.house.words import LOGS, say


def show(environment: Mapping[str, str]) -> None:
    address = environment["JINLIN_PUBLIC_URL"]
    say(f"\n{code(address)}\n  近邻 runs  已启动    {address}")
    say(f"  API reference  接口文档    {address}/docs")
    if environment.get("JINLIN_DEMO") == "1":
        say(sign_ins())
    say(f"  Logs  日志    {LOGS}/")
    say("  Stop with Ctrl-C; the data stays.  按 Ctrl-C 停止，数据会保留。\n")


def code(address: str) -> str:
    """In half blocks, light on dark, as terminals are."""
    picture = qrcode.QRCode(border=2)
    picture.add_data(address)
    text = io.StringIO()
    picture.print_ascii(out=text, invert=True)
    return text.getvalue().rstrip()


def sign_ins() -> str:
    from server.demo.seed import sign_ins  # only here: a deployment has no demonstration

    shown = one_of_each(sign_ins())
    width = max(len(name) for _, name, _ in shown)
    lines = [
        "\n  Demo sign-ins  演示登录",
        "    Anybody: 我的 → 登录 → 先看看怎么用, tap a person  点一个人就进去",
        "    Staff also by name and password  工作人员也可以用登录名和密码",
        *(f"      {name:{width}}  {password}   {who}" for who, name, password in shown),
        f"    SMS codes are written to {LOGS}/web.log  短信验证码写在日志里\n",
    ]
    return "\n".join(lines)


def one_of_each(people: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """The first of each role: "苏雅琴（社工）" stands for all of them."""
    by_role = {who.partition("（")[2]: (who, name, word) for who, name, word in reversed(people)}
    return [row for row in people if row in by_role.values()]
