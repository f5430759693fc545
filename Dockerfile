FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1
WORKDIR /app

# The dependencies change seldom, so they get a layer of their own.
COPY constraints.txt pyproject.toml README.md ./
RUN pip install --no-cache-dir -c constraints.txt -e .

COPY manage.py ./
COPY scholendag scholendag
COPY templates templates
COPY fixtures fixtures
COPY static static

# collectstatic wants a key and a data folder; neither stays in the image.
RUN mkdir staticfiles \
    && SECRET_KEY=for-this-line-only DATA_DIR=/tmp/build python manage.py collectstatic --noinput \
    && rm -rf /tmp/build \
    && useradd --system --no-create-home scholendag
USER scholendag

EXPOSE 8000
# Without an access log: paths hold secret links. A whole school may connect in one second; of those
# that do not fit in the backlog, some wait for many seconds. A socket may take longer to open than the
# longest try of a page (static/js/socket.js), or tries are cut off that were about to succeed.
CMD ["daphne", "--verbosity", "0", "--websocket_connect_timeout", "60", "--endpoint", "tcp:port=8000:interface=0.0.0.0:backlog=2048", "scholendag.asgi:application"]
