# 近邻 Jinlin. `make` prints what there is; each target calls one program of bin/.
# A Python of at least 3.11 is looked for; PYTHON=… names one.
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$p" && exit; done; echo python3)
PROGRAM = @exec $(PYTHON) -m

.DEFAULT_GOAL := menu
.PHONY: menu run build test fuzz audit mp contract format migration bench shots clean

##@ Use  使用
run: ## Start everything: http://127.0.0.1:8000 (PORT=, HOST=0.0.0.0, DATABASE_URL=)  启动
	$(PROGRAM) bin.run

build: ## Python packages and the H5 pages, for a server (deploy/debian.md)  只生成页面
	$(PROGRAM) bin.build

audit: ## Replay all points, name each row that does not add up (DATABASE_URL=)  核对积分
	@PYTHONPATH=. $(PYTHON) -m bin.tool python -m bin.audit

mp: ## Build the WeChat package, check it with WeChat's compiler (VITE_API=https://…)  生成小程序
	$(PROGRAM) bin.mp

##@ Develop  开发
test: ## All of CI, with timings  全部检查
	$(PROGRAM) bin.test

fuzz: ## The long tests: every role, many examples  长时间随机测试
	$(PROGRAM) bin.test --long

format: ## Put Python into its form  整理代码
	$(PROGRAM) bin.tool ruff check --fix .
	$(PROGRAM) bin.tool ruff format .

contract: ## Write openapi.json and the client's types from the schemas  生成接口文件
	$(PROGRAM) bin.contract

migration: ## Write migration 0001 anew from the models, until the first release  生成数据库结构
	@PYTHONPATH=. $(PYTHON) -m bin.tool python bin/first_migration.py

bench: ## How fast, against a floor in the same run (tests/bench/RESULTS.md)  性能对比
	@PYTHONPATH=. $(PYTHON) -m bin.tool python -m tests.bench

shots: ## Take the pictures of docs/shots anew, to be looked at  重新截图
	@PYTHONPATH=. $(PYTHON) -m bin.tool python bin/shots.py
	@PYTHONPATH=. $(PYTHON) -m bin.tool python bin/shots_staff.py
	@PYTHONPATH=. $(PYTHON) -m bin.tool python bin/shots_shop.py
	@PYTHONPATH=. $(PYTHON) -m bin.tool python bin/shots_reception.py

clean: ## Remove what can be made again; data, keys and files stay  清理（保留数据）
	rm -rf .venv .run/node .run/log .run/test .run/*.stamp miniprogram/node_modules miniprogram/dist \
		miniprogram/mpcheck/node_modules .pytest_cache .ruff_cache .import_linter_cache .hypothesis .schemathesis

menu:
	@awk 'BEGIN { FS = ":.*## "; printf "近邻 Jinlin\n" } \
		/^##@ / { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
