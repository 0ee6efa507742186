-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "nameHash" BYTEA NOT NULL,
    "opaqueRecord" TEXT NOT NULL,
    "signingKey" BYTEA NOT NULL,
    "boxKey" BYTEA NOT NULL,
    "identity" BYTEA NOT NULL,
    "recoveryHash" BYTEA NOT NULL,
    "sealedIndex" BYTEA NOT NULL,
    "indexVersion" INTEGER NOT NULL DEFAULT 0,
    "createdAt" BIGINT NOT NULL,
    "deletedAt" BIGINT,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Unlock" (
    "personId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Unlock_pkey" PRIMARY KEY ("personId","kind")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" BYTEA NOT NULL,
    "publicId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "seenAt" BIGINT NOT NULL,
    "confirmedAt" BIGINT NOT NULL,
    "remember" BOOLEAN NOT NULL,
    "arrival" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Room" (
    "id" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "roomId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "sealedRoomKey" BYTEA,
    "packet" BYTEA,
    "joinedAt" BIGINT NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("roomId","personId")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "id" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "packet" BYTEA NOT NULL,
    "createdAt" BIGINT NOT NULL,
    "expiresAt" BIGINT NOT NULL,
    "claimedAt" BIGINT,
    "withdrawnAt" BIGINT,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Block" (
    "byId" TEXT NOT NULL,
    "whomId" TEXT NOT NULL,

    CONSTRAINT "Block_pkey" PRIMARY KEY ("byId","whomId")
);

-- CreateTable
CREATE TABLE "Due" (
    "pieceId" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "at" BIGINT NOT NULL,

    CONSTRAINT "Due_pkey" PRIMARY KEY ("pieceId")
);

-- CreateTable
CREATE TABLE "Piece" (
    "id" TEXT NOT NULL,
    "roomId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "mode" TEXT NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "Piece_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PieceKey" (
    "pieceId" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "PieceKey_pkey" PRIMARY KEY ("pieceId","epoch")
);

-- CreateTable
CREATE TABLE "SealedVersion" (
    "id" TEXT NOT NULL,
    "pieceId" TEXT NOT NULL,
    "ciphertext" BYTEA NOT NULL,
    "wrappedKey" BYTEA NOT NULL,
    "ownerKey" BYTEA NOT NULL,
    "createdAt" BIGINT NOT NULL,

    CONSTRAINT "SealedVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Event" (
    "roomId" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "byId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "data" TEXT NOT NULL,

    CONSTRAINT "Event_pkey" PRIMARY KEY ("subject","scope","seq")
);

-- CreateTable
CREATE TABLE "Statement" (
    "roomId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "n" INTEGER,
    "body" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,

    CONSTRAINT "Statement_pkey" PRIMARY KEY ("roomId","personId","hash")
);

-- CreateTable
CREATE TABLE "Stream" (
    "pieceId" TEXT NOT NULL,
    "clientId" BIGINT NOT NULL,
    "sn" INTEGER NOT NULL,
    "streamId" BYTEA NOT NULL,
    "personId" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "seq" INTEGER NOT NULL,

    CONSTRAINT "Stream_pkey" PRIMARY KEY ("pieceId","clientId")
);

-- CreateTable
CREATE TABLE "Frame" (
    "pieceId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "sn" INTEGER NOT NULL,
    "counter" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,
    "sealed" BYTEA,

    CONSTRAINT "Frame_pkey" PRIMARY KEY ("pieceId","seq")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "pieceId" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "upto" INTEGER NOT NULL,
    "pruned" INTEGER NOT NULL DEFAULT 0,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("pieceId","personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Person_nameHash_key" ON "Person"("nameHash");

-- CreateIndex
CREATE UNIQUE INDEX "Session_publicId_key" ON "Session"("publicId");

-- CreateIndex
CREATE INDEX "Session_personId_idx" ON "Session"("personId");

-- CreateIndex
CREATE INDEX "Member_personId_idx" ON "Member"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Invitation_tokenHash_key" ON "Invitation"("tokenHash");

-- CreateIndex
CREATE INDEX "Invitation_roomId_idx" ON "Invitation"("roomId");

-- CreateIndex
CREATE INDEX "Invitation_byId_createdAt_idx" ON "Invitation"("byId", "createdAt");

-- CreateIndex
CREATE INDEX "Due_roomId_at_idx" ON "Due"("roomId", "at");

-- CreateIndex
CREATE INDEX "Piece_roomId_idx" ON "Piece"("roomId");

-- CreateIndex
CREATE INDEX "SealedVersion_pieceId_idx" ON "SealedVersion"("pieceId");

-- CreateIndex
CREATE INDEX "Event_roomId_idx" ON "Event"("roomId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_roomId_personId_n_key" ON "Statement"("roomId", "personId", "n");

-- CreateIndex
CREATE UNIQUE INDEX "Stream_pieceId_seq_key" ON "Stream"("pieceId", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "Frame_pieceId_sn_counter_key" ON "Frame"("pieceId", "sn", "counter");

-- AddForeignKey
ALTER TABLE "Unlock" ADD CONSTRAINT "Unlock_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Due" ADD CONSTRAINT "Due_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Piece" ADD CONSTRAINT "Piece_roomId_fkey" FOREIGN KEY ("roomId") REFERENCES "Room"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PieceKey" ADD CONSTRAINT "PieceKey_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SealedVersion" ADD CONSTRAINT "SealedVersion_pieceId_fkey" FOREIGN KEY ("pieceId") REFERENCES "Piece"("id") ON DELETE CASCADE ON UPDATE CASCADE;
